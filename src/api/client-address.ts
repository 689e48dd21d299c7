import type { IncomingHttpHeaders } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import parseForwarded from 'forwarded-parse';
import type { ApiApp } from './api-app.ts';

/** Which proxies stand before the server, and where they write whom they speak for. */
export interface TrustedProxies {
  /** Addresses and CIDR ranges: `10.0.0.5`, `10.1.0.0/16`, `fd00::/8`. */
  readonly addresses: readonly string[];
  /** The one header that they write. The other may be the client's own invention. */
  readonly header: 'x-forwarded-for' | 'forwarded';
}

/** The first of some addresses that is none; nothing where each is an address or a range. */
export const notAnAddress = (addresses: readonly string[]): string | undefined =>
  addresses.find((address) => {
    try {
      proxyAddr.compile([address]);
      return false;
    } catch {
      return true;
    }
  });

/**
 * Takes what proxies say of the client from their header alone. Fastify reads `X-Forwarded-*`, so what `Forwarded`
 * (RFC 7239) says is written there. Has to be the first hook.
 */
export function readClientAddress(app: ApiApp, proxies: TrustedProxies | undefined): void {
  if (proxies?.header !== 'forwarded') return;
  app.addHook('onRequest', async ({ raw: { headers } }) => {
    for (const name of ['for', 'host', 'proto'] as const) delete headers[`x-forwarded-${name}`];
    Object.assign(headers, translated(headers));
  });
}

function translated({ forwarded }: IncomingHttpHeaders): IncomingHttpHeaders {
  if (forwarded === undefined) return {};
  try {
    const hops = parseForwarded(forwarded);
    const last = hops.at(-1);
    return {
      'x-forwarded-for': hops.map((hop) => addressOf(hop.for)).join(', '),
      ...(last?.host !== undefined && { 'x-forwarded-host': last.host }),
      ...(last?.proto !== undefined && { 'x-forwarded-proto': last.proto }),
    };
  } catch {
    // No header that a proxy of ours would write: the proxy itself is all that is known.
    return {};
  }
}

// `192.0.2.43:4711`, `"[2001:db8::1]:4711"`, `unknown`, `_hidden`: the address without its port.
function addressOf(node: string | undefined): string {
  const [, six, four] = /^(?:\[([0-9a-f:.]+)\]|([0-9.]+))(?::[^:]*)?$/i.exec(node ?? '') ?? [];
  return six ?? four ?? 'unknown';
}
