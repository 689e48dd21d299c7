import {
  BinaryPayloadConverter,
  CompositePayloadConverter,
  encodingKeys,
  JsonPayloadConverter,
  METADATA_ENCODING_KEY,
  UndefinedPayloadConverter,
  type Payload,
} from '@temporalio/common';
import { frozen } from '../../model/frozen.ts';
import { RecentlyUsed } from '../../model/recently-used.ts';
import { withContentHash } from '../../model/trust/content-hash.ts';
import { foreignValue } from '../../model/trust/foreign.ts';
import { withSigner } from '../../model/trust/said.ts';
import { openedMetadata } from './opened-payload.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// The standards of a few releases.
const readMax = 100;

/**
 * JSON as the SDK writes it, to the byte. The SDK turns it into bytes one character after the other in JavaScript, which
 * for a compiled standard takes longer than to compress and encrypt it; the platform's own encoder does not.
 *
 * A compiled standard goes to each incident of its kind. What is frozen is written once and then known again,
 * and says so: the codec hashes it, and it is read once and shared, frozen, by all who are given the same.
 */
class NativeJsonConverter extends JsonPayloadConverter {
  readonly #written = new WeakMap<object, Payload>();
  readonly #read = new RecentlyUsed<string, unknown>(readMax);

  override toPayload(value: unknown): Payload | undefined {
    if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) return write(value);
    const payload =
      this.#written.get(value) ?? write(value, { [openedMetadata.frozen]: encoder.encode('1') });
    if (payload !== undefined) this.#written.set(value, payload);
    return payload;
  }

  override fromPayload<T>({ data, metadata }: Payload): T {
    if (data === undefined || data === null) throw new Error('a payload has no data');
    const hash = textOf(metadata?.[openedMetadata.contentHash]);
    const known = this.#read.get(hash);
    if (known !== undefined) return known as T;
    const value: unknown = JSON.parse(decoder.decode(data));
    const signer = metadata?.[openedMetadata.signedBy];
    if (signer !== undefined && isObject(value)) return withSigner(value, textOf(signer)) as T;
    if (hash === '' || !isObject(value)) return value as T;
    this.#read.set(hash, frozen(withContentHash(value, hash)));
    return value as T;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const textOf = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? '' : decoder.decode(bytes);

const write = (value: unknown, metadata: Payload['metadata'] = {}): Payload | undefined => {
  const json = value === undefined ? undefined : (JSON.stringify(value) as string | undefined);
  if (json === undefined) return undefined;
  return {
    metadata: { [METADATA_ENCODING_KEY]: encodingKeys.METADATA_ENCODING_JSON, ...metadata },
    data: encoder.encode(json),
  };
};

/** Reads every payload: what is foreign as a value that says so. An error here would fail the task for good. */
class TotalConverter extends CompositePayloadConverter {
  override fromPayload<T>(payload: Payload): T {
    const reason = payload.metadata?.[openedMetadata.foreign];
    if (reason !== undefined) return foreignValue(textOf(reason)) as T;
    try {
      return super.fromPayload(payload);
    } catch {
      return foreignValue('damaged') as T;
    }
  }
}

/** Turns values into payloads, inside and outside of the workflow's sandbox. */
export const payloadConverter = new TotalConverter(
  new UndefinedPayloadConverter(),
  new BinaryPayloadConverter(),
  new NativeJsonConverter(),
);
