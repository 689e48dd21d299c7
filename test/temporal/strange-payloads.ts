import type { Payload } from '@temporalio/common';

/** As a client without a codec sends a value. */
export const plain = (value: unknown): Payload => ({
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from(JSON.stringify(value)),
});
/** Says that it is JSON, and is cut. */
export const notJson: Payload = {
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from('{"a":'),
};
/** Looks sealed, and by a key that the engine has. */
export const junk = (key = 'test'): Payload => ({
  metadata: { encoding: Buffer.from('binary/jiechu-v2'), key: Buffer.from(key) },
  data: Buffer.alloc(100, 7),
});
