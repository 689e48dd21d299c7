import { createHash, randomBytes } from 'node:crypto';

/** A new random token, of a session or a device: only its holder has it, the store keeps its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The hash that the store keeps of a token. */
export const tokenHash = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
