import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';
import protocol from '@temporalio/proto';
import type { CodecKeys } from './codec-keys.ts';

const { Payload: PayloadMessage } = protocol.temporal.api.common.v1;
const encoding = 'binary/jiechu-v1';
// A trip to another thread costs more than it takes to compress a small payload; a large one must not hold up the rest.
const smallBytesMax = 32_768;
const deflateElsewhere = promisify(deflateRaw);
const inflateElsewhere = promisify(inflateRaw);
// The converter gives the same payload for what never changes: a compiled standard is compressed once.
const deflatedOnce = new WeakMap<Payload, Promise<Buffer>>();
const deflate = (payload: Payload): Buffer | Promise<Buffer> => {
  const known = deflatedOnce.get(payload);
  if (known !== undefined) return known;
  const plain = PayloadMessage.encode(payload).finish();
  if (plain.length <= smallBytesMax) return deflateRawSync(plain);
  const deflating = deflateElsewhere(plain);
  deflatedOnce.set(payload, deflating);
  return deflating;
};
const inflate = (packed: Buffer): Buffer | Promise<Buffer> =>
  packed.length > smallBytesMax / 8 ? inflateElsewhere(packed) : inflateRawSync(packed);
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Compresses, then encrypts every payload (AES-256-GCM): what stands in Temporal's history can be read by who has
 * the keys, and a compiled standard takes about a tenth of its size.
 */
export const payloadCodec = ({ current, keys }: CodecKeys): PayloadCodec => ({
  encode: (payloads) =>
    Promise.all(payloads.map((payload) => seal(payload, current, keyOf(keys, current)))),
  decode: (payloads) =>
    Promise.all(
      payloads.map((payload) => {
        if (textOf(payload.metadata?.['encoding']) !== encoding) return Promise.resolve(payload);
        return open(payload, keyOf(keys, textOf(payload.metadata?.['key'])));
      }),
    ),
});

const seal = async (payload: Payload, id: string, key: Uint8Array): Promise<Payload> => {
  const plain = await deflate(payload);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return {
    metadata: { encoding: Buffer.from(encoding), key: Buffer.from(id) },
    data: Buffer.concat([nonce, cipher.getAuthTag(), sealed]),
  };
};

const open = async (payload: Payload, key: Uint8Array): Promise<Payload> => {
  const data = Buffer.from(payload.data ?? []);
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(textOf(payload.metadata?.['key'])));
  decipher.setAuthTag(data.subarray(nonceBytes, nonceBytes + tagBytes));
  const plain = Buffer.concat([
    decipher.update(data.subarray(nonceBytes + tagBytes)),
    decipher.final(),
  ]);
  return PayloadMessage.decode(await inflate(plain)) as Payload;
};

const keyOf = (keys: CodecKeys['keys'], id: string): Uint8Array => {
  const key = keys[id];
  if (key === undefined) {
    throw new Error(
      `the payload codec has no key "${id}": add it to JIECHU_CODEC_KEYS, behind the current one`,
    );
  }
  return key;
};

const textOf = (bytes: Uint8Array | null | undefined): string =>
  Buffer.from(bytes ?? []).toString();
