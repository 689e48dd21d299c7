import type { FastifyRequest } from 'fastify';

/**
 * The client's key of an act or report, where it is one. No colon is in it: the signed text of a receipt,
 * `incident:act:seq:hash`, can be read in one way only.
 */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && /^[A-Za-z0-9._~-]{1,200}$/.test(key) ? key : undefined;
}
