import type { SignedIn } from './sign-in.ts';

/** What is asked of a running system. */
export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** The idempotency key of what must not be done twice. */
  readonly key?: string;
}

/** What it answers. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A way to ask a running system; nothing where it does not answer. */
export type Ask = (asked: Asked) => Promise<Answer | undefined>;

// A request that got no answer for so long has met a system that hangs.
const patienceMilliseconds = 120_000;

/** Asks once. */
export const askOnce =
  ({ url, token }: SignedIn, stop?: AbortSignal): Ask =>
  async ({ method = 'GET', path, body, key }) => {
    const patience = AbortSignal.timeout(patienceMilliseconds);
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        signal: stop ? AbortSignal.any([stop, patience]) : patience,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json().catch(() => ({})) };
    } catch {
      return undefined;
    }
  };
