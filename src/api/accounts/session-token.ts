import { createHash, randomBytes } from 'node:crypto';

/** A new random session token: only its holder has it, the store keeps its hash. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** What the store keeps of a token. */
export const sessionTokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
