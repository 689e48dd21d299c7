import { patienceMilliseconds } from './patience-milliseconds.ts';
import type { SignedIn } from './sign-in.ts';

/** A request to a running system. */
export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  /** The idempotency key of what must not be done twice. */
  readonly key?: string;
}

/** The answer of a running system. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** When to come again, where it says so. */
  readonly retryAfterSeconds?: number;
}

/** A way to ask a running system; nothing where it does not answer. */
export type Ask = (asked: Asked) => Promise<Answer | undefined>;

/** Asks once. An answer that broke off is none. */
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
      const text = await response.text();
      const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
      return {
        status: response.status,
        body: asJson(text),
        ...(Number.isFinite(seconds) && { retryAfterSeconds: seconds }),
      };
    } catch {
      return undefined;
    }
  };

// A proxy, or something else between us and the system, may answer with a page.
function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
