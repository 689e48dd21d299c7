import type { CodecKeys } from '../../src/worker/codec/codec-keys.ts';

/** The key of the recorded histories: for tests alone, so that they can be read wherever the tests run. */
export const replayKeys: CodecKeys = {
  current: 'replay',
  keys: { replay: new Uint8Array(Buffer.from('a key for tests, nothing secret.')) },
};
