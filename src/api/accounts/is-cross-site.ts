import type { FastifyRequest } from 'fastify';
import type { Credential } from './find-reader.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True where a page of another site may have made a request. SameSite=Strict already keeps the cookie from it;
 * this holds where a browser or a sister domain does not: the Origin must be ours, and a header must be there that
 * another site's form cannot add.
 */
export function isCrossSite(
  request: FastifyRequest,
  from: Credential['from'] | undefined,
): boolean {
  const { method, headers } = request;
  if (safeMethods.has(method)) return false;
  const { origin } = headers;
  if (origin !== undefined && hostOf(origin) !== request.host) return true;
  if (from !== 'cookie') return false;
  return headers['x-requested-with'] !== 'jiechu' && headers['idempotency-key'] === undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
