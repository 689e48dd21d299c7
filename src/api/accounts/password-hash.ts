import { hash, verify } from '@node-rs/argon2';

// OWASP's recommendation for argon2id; the library's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash that is stored in place of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/**
 * True where the password fits the stored hash. Without an account a hash is computed all the same,
 * so that the time an answer takes does not tell which names exist.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  if (stored !== undefined) return verify(stored, password);
  await hash(password, cost);
  return false;
}
