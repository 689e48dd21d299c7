import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from compiling calls of WebAssembly into their callers. Cedar's return objects, and where V8 drops such
 * a caller while the call is under way it cannot rebuild its frame: "unreachable code", and the whole process dies.
 * Seen after minutes of ordinary use on Node.js 20; has to come before the first call is optimised.
 */
export function keepWasmCallsApart(): void {
  setFlagsFromString('--no-turbo-inline-js-wasm-calls');
}
