import { createServer, request as ask, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password } from './bureau.ts';
import { runApi, type RunningApi } from './running-api.ts';

// A proxy of our own before the server: it writes its header behind what the client sent, as all of them do.
function proxyTo(port: number, header: 'x-forwarded-for' | 'forwarded', client: string): Server {
  return createServer((incoming, outgoing) => {
    const before = incoming.headers[header];
    const own = header === 'forwarded' ? `for="${client}"` : client;
    const headers = { ...incoming.headers, [header]: before ? `${before}, ${own}` : own };
    const { method, url: path } = incoming;
    const onward = ask({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
}

const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const signIn = (
  address: string,
  name: string,
  headers: Record<string, string> = {},
  word = 'wrong',
) =>
  fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ name, password: word }),
  });

/** The address that the API wrote down for the last try to sign in. */
const lastAddress = async (api: RunningApi): Promise<unknown> => {
  const tries = (await api.store.apiLog.read()).filter(({ kind }) => kind === 'sign-in-refused');
  return (tries.at(-1)?.data as { readonly address?: string } | undefined)?.address;
};

describe.each(['x-forwarded-for', 'forwarded'] as const)(
  'behind a proxy that writes %s',
  (header) => {
    const servers: Server[] = [];
    let api: RunningApi;
    let port: number;
    beforeAll(async () => {
      api = await runApi({ proxies: { addresses: ['127.0.0.0/8'], header } });
      await api.app.listen({ port: 0, host: '127.0.0.1' });
      port = (api.app.server.address() as AddressInfo).port;
    });
    afterAll(async () => {
      for (const server of servers) server.close().closeAllConnections();
      await api.stop();
    });
    const through = async (client: string): Promise<string> => {
      const server = proxyTo(port, header, client);
      servers.push(server);
      return listening(server);
    };

    test('each client has its own address, and cannot choose another', async () => {
      const first = await through('192.0.2.7');
      await signIn(first, 'plain');
      expect(await lastAddress(api)).toBe('192.0.2.7');
      await signIn(first, 'liar', {
        'x-forwarded-for': '203.0.113.9',
        forwarded: 'for=203.0.113.9',
      });
      expect(await lastAddress(api)).toBe('192.0.2.7');
      const other = header === 'forwarded' ? '[2001:db8::1]:4711' : '2001:db8::1';
      await signIn(await through(other), 'six');
      expect(await lastAddress(api)).toBe('2001:db8::1');
    });

    test('what one client tries too often is not held against the others', async () => {
      const [bad, good] = [await through('192.0.2.66'), await through('192.0.2.1')];
      for (let tries = 0; tries < 55; tries += 1) await signIn(bad, `nobody-${tries}`);
      expect((await signIn(bad, 'sam', {}, password)).status).toBe(401);
      expect((await signIn(good, 'sam', {}, password)).status).toBe(200);
    });
  },
);

test('what stands in the header counts for nothing from who is no named proxy', async () => {
  const api = await runApi({ proxies: { addresses: ['10.0.0.1'], header: 'x-forwarded-for' } });
  const address = await api.app.listen({ port: 0, host: '127.0.0.1' });
  await signIn(address, 'outside', { 'x-forwarded-for': '203.0.113.9' });
  expect(await lastAddress(api)).toBe('127.0.0.1');
  await api.stop();
});
