import { mark } from './mark.ts';

const hashMark = mark('content-hash');

/** Keeps with a value the SHA-256 of the JSON that it was read from. */
export const withContentHash = <T extends object>(value: T, hash: string): T =>
  hashMark.set(value, hash);

/** The SHA-256 of the JSON that a frozen value was read from; nothing for any other value. */
export const contentHashOf = (value: unknown): string | undefined => hashMark.of(value);
