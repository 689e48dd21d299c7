import {
  BinaryPayloadConverter,
  CompositePayloadConverter,
  encodingKeys,
  JsonPayloadConverter,
  METADATA_ENCODING_KEY,
  UndefinedPayloadConverter,
  type Payload,
} from '@temporalio/common';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * JSON as the SDK writes it, to the byte. The SDK turns it into bytes one character after the other in JavaScript, which
 * for a compiled standard takes longer than to compress and encrypt it; the platform's own encoder does not.
 */
class NativeJsonConverter extends JsonPayloadConverter {
  override toPayload(value: unknown): Payload | undefined {
    const json = value === undefined ? undefined : (JSON.stringify(value) as string | undefined);
    if (json === undefined) return undefined;
    return {
      metadata: { [METADATA_ENCODING_KEY]: encodingKeys.METADATA_ENCODING_JSON },
      data: encoder.encode(json),
    };
  }

  override fromPayload<T>({ data }: Payload): T {
    if (data === undefined || data === null) throw new Error('a payload has no data');
    return JSON.parse(decoder.decode(data)) as T;
  }
}

/** How values become payloads, inside and outside of the workflow's sandbox. */
export const payloadConverter = new CompositePayloadConverter(
  new UndefinedPayloadConverter(),
  new BinaryPayloadConverter(),
  new NativeJsonConverter(),
);
