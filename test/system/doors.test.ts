import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDevServer, type DevServer } from '../../src/worker/server/dev-server.ts';
import { createDatabase } from '../store/databases.ts';
import { selfSigned } from './certificate.ts';
import { partKeys } from './part-keys.ts';
import { spawnProgram, temporaryFolder } from './system.ts';

const password = 'four words make one';

/** A variable that the environment of `npm test` must have; skipping would hide that nothing was tested. */
function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run npm test`);
  return value;
}

let temporal: DevServer;
let environment: Record<string, string>;
beforeAll(async () => {
  temporal = await startDevServer({
    executable: needed('TEMPORAL_CLI'),
    folder: temporaryFolder(),
  });
  environment = {
    DATABASE_URL: await createDatabase(needed('TEST_DATABASE_URL')),
    TEMPORAL_ADDRESS: temporal.place.address,
    JIECHU_CODEC_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    JIECHU_SAMPLE_PASSWORD: password,
    ...partKeys().api,
  };
});
afterAll(() => temporal?.stop());

/** Starts an API and waits for the address that it prints. */
async function api(...args: readonly string[]): Promise<[ChildProcess, string]> {
  const child = spawnProgram(['api', ...args, '--port', '0', '--lang', 'en'], environment);
  let errors = '';
  child.stderr!.on('data', (chunk) => (errors += chunk));
  const [line] = await Promise.race([
    once(createInterface(child.stdout!), 'line'),
    once(child, 'close').then(() => Promise.reject(new Error(`the API ended:\n${errors}`))),
  ]);
  return [child, String(line)];
}

const signIn = (address: string, name: string) =>
  fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });

test('sample accounts are there where they are asked for, and to a server that was not asked they are nobody’s', async () => {
  const [asked, at] = await api('--samples');
  const [unasked, elsewhere] = await api();
  const signedIn = await signIn(at, 'cao-anran');
  const refused = await signIn(elsewhere, 'cao-anran');
  const unknown = await signIn(elsewhere, 'nobody');
  expect([signedIn.status, refused.status]).toEqual([200, 401]);
  expect(await refused.text()).toBe(await unknown.text());
  // Nor is the session of one worth anything there.
  const [cookie = ''] = signedIn.headers.getSetCookie();
  const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
  const me = async (address: string) => (await fetch(`${address}/api/session`, { headers })).status;
  expect([await me(at), await me(elsewhere)]).toEqual([200, 401]);
  asked.kill('SIGKILL');
  unasked.kill('SIGKILL');
}, 240_000);

test('a server on this machine with a certificate serves over TLS, with cookies that stay there', async () => {
  const { cert, key } = await selfSigned();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);
  const tls = ['--tls-cert', join(folder, 'cert.pem'), '--tls-key', join(folder, 'key.pem')];
  const [child, address] = await api('--samples', ...tls);
  expect(address).toMatch(/^https:/);
  const { port } = new URL(address);
  const [status, headers] = await askOverTls(port, { name: 'cao-anran', password });
  expect(status).toBe(200);
  expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  const cookies = headers['set-cookie'] ?? [];
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) {
    expect(cookie).toMatch(
      /^__Host-jiechu_(session|device)=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  }
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  child.kill('SIGKILL');
}, 240_000);

test('a server that others reach starts with a certificate, and signs no sample account in', async () => {
  const { cert, key } = await selfSigned();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);
  const tls = ['--tls-cert', join(folder, 'cert.pem'), '--tls-key', join(folder, 'key.pem')];
  const [child, address] = await api('--host', '0.0.0.0', ...tls);
  const { port } = new URL(address);
  const [status] = await askOverTls(port, { name: 'cao-anran', password });
  expect(status).toBe(401);
  child.kill('SIGKILL');
}, 240_000);

function askOverTls(
  port: string,
  body: object,
): Promise<[number | undefined, IncomingHttpHeaders]> {
  const sent = request({
    port,
    method: 'POST',
    path: '/api/session',
    rejectUnauthorized: false,
    headers: { 'content-type': 'application/json' },
  });
  sent.end(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (answer) => resolve([answer.resume().statusCode, answer.headers]));
  });
}
