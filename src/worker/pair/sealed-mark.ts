import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { PairMark } from '../../store/ports/pair.ts';
import type { CodecKeys } from '../codec/codec-keys.ts';

/** A mark as the histories have it: made by who has a codec key, so that who reaches Temporal's port cannot make one. */
interface SealedMark {
  readonly mark: PairMark;
  readonly key: string;
  readonly mac: string;
}

/** Seals a mark with the key in use. */
export const sealMark = (mark: PairMark, { current, keys }: CodecKeys): string => {
  const key = keys[current];
  if (key === undefined) throw new Error(`there is no codec key "${current}"`);
  const sealed: SealedMark = { mark, key: current, mac: macOf(mark, key).toString('hex') };
  return JSON.stringify(sealed);
};

/** Opens what stands in the place of a mark; nothing where none of the keys has made it. */
export const openMark = (text: string, { keys }: CodecKeys): PairMark | undefined => {
  try {
    const { mark, key: id, mac } = JSON.parse(text) as SealedMark;
    const key = Object.hasOwn(keys, id) ? keys[id] : undefined;
    if (key === undefined) return undefined;
    const given = Buffer.from(mac, 'hex');
    const wanted = macOf(mark, key);
    return given.length === wanted.length && timingSafeEqual(given, wanted) ? mark : undefined;
  } catch {
    return undefined;
  }
};

// A key of its own, made of the codec's: what one is used for says nothing about the other.
const macOf = (mark: PairMark, codecKey: Uint8Array): Buffer => {
  const key = createHmac('sha256', codecKey).update('jiechu pair mark').digest();
  return createHmac('sha256', key).update(canonicalJson(mark)).digest();
};
