import type { FastifyRequest } from 'fastify';

/**
 * The form of a client's key. No colon is in it: the signed text of a receipt, `incident:act:seq:hash`, can be
 * read in one way only.
 */
export const keyPattern = '^[A-Za-z0-9._~-]{1,200}$';

const written = new RegExp(keyPattern);

/** The client's key of an act or report, where it is one. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && written.test(key) ? key : undefined;
}
