/** Keys of the payload codec: every one can decode, the first encodes. Each is 32 bytes. */
export interface CodecKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, Uint8Array>>;
}

/**
 * Reads `id:base64,id:base64` (the first is the current one), as in `JIECHU_CODEC_KEYS`. Rotation: put the new key
 * first and keep the old ones until the last history they encoded is gone.
 *
 * @returns a sentence what is wrong with it, in place of keys
 */
export const parseCodecKeys = (text: string): CodecKeys | { readonly wrong: string } => {
  const keys: Record<string, Uint8Array> = {};
  let current = '';
  for (const part of text.split(',').map((each) => each.trim())) {
    const colon = part.indexOf(':');
    const id = part.slice(0, colon);
    const key = Buffer.from(part.slice(colon + 1), 'base64');
    if (colon < 1 || !/^[a-z0-9-]{1,32}$/u.test(id))
      return { wrong: 'a codec key is written id:base64' };
    if (key.length !== 32) return { wrong: `codec key ${id} has ${key.length} bytes; it takes 32` };
    if (keys[id] !== undefined) return { wrong: `codec key ${id} is given twice` };
    keys[id] = key;
    if (current === '') current = id;
  }
  return { current, keys };
};
