import type { ApiApp } from './api-app.ts';
import type { ApiContext } from './api-context.ts';

/** A browser that was here once comes without TLS no more. */
export const strictTransport = 'max-age=31536000; includeSubDomains';

const contentPolicy = [
  "default-src 'self'",
  // Ant Design writes its styles into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Adds to each answer what keeps a browser from running or framing what is not ours. */
export function addSecurityHeaders(
  app: ApiApp,
  { secureCookies: isBehindTls }: Pick<ApiContext, 'secureCookies'>,
): void {
  app.addHook('onSend', async (_request, reply) => {
    // Evidence has a stricter one of its own.
    const own = reply.getHeader('content-security-policy');
    void reply.headers({
      'content-security-policy': own ?? contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      ...(isBehindTls && { 'strict-transport-security': strictTransport }),
    });
  });
}
