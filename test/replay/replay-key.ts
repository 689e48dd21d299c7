import { signingOf, type TestSigning } from '../temporal/signing.ts';
import type { CodecKeys } from '../../src/worker/codec/codec-keys.ts';

/** The key of the recorded histories: for tests alone, so that they can be read wherever the tests run. */
export const replayKeys: CodecKeys = {
  current: 'replay',
  keys: { replay: new Uint8Array(Buffer.from('a key for tests, nothing secret.')) },
};

const seed = (words: string): string => Buffer.from(words.padEnd(32, '.')).toString('base64');

/** The signing keys of what is recorded: for tests alone. */
export const replaySigning: TestSigning = signingOf(
  `replay:${seed('an API of the tests')}`,
  `replay:${seed('a worker of the tests')}`,
);
