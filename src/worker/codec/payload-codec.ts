import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import {
  deflateRaw,
  deflateRawSync,
  inflateRaw,
  inflateRawSync,
  type ZlibOptions,
} from 'node:zlib';
import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import protocol from '@temporalio/proto';
import { isSignedBy, type TrustedKeys } from '../keys/trusted-keys.ts';
import type { CodecKeys } from './codec-keys.ts';
import { DataKeys, type DataKey } from './data-keys.ts';
import { foreignPayload, openedMetadata } from './opened-payload.ts';
import { signatureMetadata } from './signed-payload.ts';

/** Keys that seal, and keys whose signatures hold. */
export interface CodecTrust {
  readonly codecKeys: CodecKeys;
  readonly trusted: TrustedKeys;
}

const { Payload: PayloadMessage } = protocol.temporal.api.common.v1;
const encoding = 'binary/jiechu-v2';
const dataKeyMetadata = 'data-key';
// A trip to another thread costs more than it takes to compress a small payload; a large one must not hold up the rest.
const smallBytesMax = 32_768;
const deflateElsewhere = promisify(deflateRaw);
const inflateElsewhere = promisify(inflateRaw);
// zlib takes 256 KiB for each call unless told otherwise, which costs more than to compress a few thousand bytes. A window
// as large as the payload finds the same repetitions.
const windowFor = (bytes: number): ZlibOptions =>
  bytes <= 4096 ? { windowBits: 12, memLevel: 5 } : { windowBits: 15, memLevel: 7 };
// The converter gives the same payload for what never changes: a compiled standard is compressed once.
const deflatedOnce = new WeakMap<Payload, Promise<Buffer>>();
const deflate = (payload: Payload): Buffer | Promise<Buffer> => {
  const known = deflatedOnce.get(payload);
  if (known !== undefined) return known;
  const plain = PayloadMessage.encode(payload).finish();
  if (plain.length <= smallBytesMax) return deflateRawSync(plain, windowFor(plain.length));
  const deflating = deflateElsewhere(plain);
  deflatedOnce.set(payload, deflating);
  return deflating;
};
const inflate = (packed: Buffer): Buffer | Promise<Buffer> =>
  packed.length > smallBytesMax / 8 ? inflateElsewhere(packed) : inflateRawSync(packed);
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Compresses, then encrypts every payload (AES-256-GCM) by a key of its workflow, which travels with it wrapped by the
 * codec key: what stands in Temporal's history can be read by who has the codec keys, and a compiled standard takes about
 * a tenth of its size.
 *
 * It never throws on what it is given to decode. Whoever reaches Temporal's port can put bytes into a history, and they
 * stay there: a codec that throws would stop the incident for good. Such bytes become a payload that says so.
 */
export const payloadCodec = ({ codecKeys, trusted }: CodecTrust): PayloadCodec => {
  const dataKeys = new DataKeys(codecKeys);
  return {
    encode: (payloads, context) => {
      const owner = ownerOf(context);
      if (owner === undefined) throw new Error('a payload belongs to no workflow');
      const dataKey = dataKeys.toSeal(owner);
      return Promise.all(payloads.map((payload) => seal(payload, dataKey, owner)));
    },
    decode: (payloads, context) =>
      Promise.all(
        payloads.map(async (payload) => {
          if (textOf(payload.metadata?.['encoding']) !== encoding) return foreignPayload('plain');
          const by = textOf(payload.metadata?.['key']);
          if (!dataKeys.has(by)) return foreignPayload('unknown-key');
          try {
            const owner = ownerOf(context) ?? '';
            const wrapped = Buffer.from(payload.metadata?.[dataKeyMetadata] ?? []);
            const key = dataKeys.toOpen(owner, { by, wrapped });
            return opened(await open(payload, { by, key }, owner), trusted);
          } catch {
            return foreignPayload('damaged');
          }
        }),
      ),
  };
};

// The SDK names the workflow for each payload: of clients, workflows, and activities, local ones too.
const ownerOf = (context: SerializationContext | undefined): string | undefined =>
  context?.workflowId;

const bound = (by: string, owner: string): Buffer => Buffer.from(`${by}\n${owner}`);

const seal = async (
  payload: Payload,
  { by, key, wrapped }: DataKey,
  owner: string,
): Promise<Payload> => {
  const plain = await deflate(payload);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound(by, owner));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return {
    metadata: {
      encoding: Buffer.from(encoding),
      key: Buffer.from(by),
      [dataKeyMetadata]: wrapped,
    },
    data: Buffer.concat([nonce, cipher.getAuthTag(), sealed]),
  };
};

const open = async (
  payload: Payload,
  { by, key }: Pick<DataKey, 'by' | 'key'>,
  owner: string,
): Promise<Payload> => {
  const data = Buffer.from(payload.data ?? []);
  const nonce = data.subarray(0, nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(bound(by, owner));
  decipher.setAuthTag(data.subarray(nonceBytes, nonceBytes + tagBytes));
  const plain = Buffer.concat([
    decipher.update(data.subarray(nonceBytes + tagBytes)),
    decipher.final(),
  ]);
  return PayloadMessage.decode(await inflate(plain)) as Payload;
};

/** A payload as the converter gets it: with the verdict on its signature, and nothing that only looks like one. */
const opened = ({ metadata, data }: Payload, trusted: TrustedKeys): Payload => {
  const given = metadata ?? {};
  const kept = given['encoding'] === undefined ? {} : { encoding: given['encoding'] };
  const signature = given[signatureMetadata.signature];
  if (signature !== undefined && data) {
    const signer = given[signatureMetadata.signer] ?? Buffer.of();
    const holds = isSignedBy(trusted, textOf(signer), { bytes: data, signature });
    return { metadata: holds ? { ...kept, [openedMetadata.signedBy]: signer } : kept, data };
  }
  const frozen = given[openedMetadata.frozen];
  if (frozen === undefined || !data) return { metadata: kept, data: data ?? null };
  const hash = createHash('sha256').update(data).digest('hex');
  return {
    metadata: {
      ...kept,
      [openedMetadata.frozen]: frozen,
      [openedMetadata.contentHash]: Buffer.from(hash),
    },
    data,
  };
};

const textOf = (bytes: Uint8Array | null | undefined): string =>
  Buffer.from(bytes ?? []).toString();
