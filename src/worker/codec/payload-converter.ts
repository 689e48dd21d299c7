import {
  BinaryPayloadConverter,
  CompositePayloadConverter,
  encodingKeys,
  JsonPayloadConverter,
  METADATA_ENCODING_KEY,
  UndefinedPayloadConverter,
  type Payload,
} from '@temporalio/common';
import { RecentlyUsed } from '../../model/recently-used.ts';
import { frozen } from '../../model/frozen.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// The standards of a few releases.
const readMax = 100;
const frozenKey = 'frozen';

/**
 * JSON as the SDK writes it, to the byte. The SDK turns it into bytes one character after the other in JavaScript, which
 * for a compiled standard takes longer than to compress and encrypt it; the platform's own encoder does not.
 *
 * A compiled standard goes to each incident of its kind. What is frozen is written once and then known again,
 * and says so: it is read once, and shared, frozen, by all who are given the same.
 */
class NativeJsonConverter extends JsonPayloadConverter {
  readonly #written = new WeakMap<object, Payload>();
  readonly #read = new RecentlyUsed<string, unknown>(readMax);

  override toPayload(value: unknown): Payload | undefined {
    if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) return write(value);
    const payload = this.#written.get(value) ?? write(value, { [frozenKey]: encoder.encode('1') });
    if (payload !== undefined) this.#written.set(value, payload);
    return payload;
  }

  override fromPayload<T>({ data, metadata }: Payload): T {
    if (data === undefined || data === null) throw new Error('a payload has no data');
    const json = decoder.decode(data);
    if (metadata?.[frozenKey] === undefined) return JSON.parse(json) as T;
    const value = this.#read.get(json) ?? frozen(JSON.parse(json));
    this.#read.set(json, value);
    return value as T;
  }
}

const write = (value: unknown, metadata: Payload['metadata'] = {}): Payload | undefined => {
  const json = value === undefined ? undefined : (JSON.stringify(value) as string | undefined);
  if (json === undefined) return undefined;
  return {
    metadata: { [METADATA_ENCODING_KEY]: encodingKeys.METADATA_ENCODING_JSON, ...metadata },
    data: encoder.encode(json),
  };
};

/** How values become payloads, inside and outside of the workflow's sandbox. */
export const payloadConverter = new CompositePayloadConverter(
  new UndefinedPayloadConverter(),
  new BinaryPayloadConverter(),
  new NativeJsonConverter(),
);
