import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import type { LogData } from '../../src/model/log-entry.ts';
import { openFileFolder } from '../../src/store/files/open-file-folder.ts';
import { logOf, newIncident, started } from '../store/log-of.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { sampleFiles } from './sample-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiechu-files-'));
const photo = sampleFiles.jpeg;
const sha256 = createHash('sha256').update(photo).digest('hex');
let api: RunningApi;
let incident: string;

const begin = async (...told: readonly LogData[]) => {
  const id = newIncident();
  const begun = started({ procedure: 'theft', release: api.release.hash });
  const bound = { unit: 'east' };
  const entries = logOf(
    begun,
    { kind: 'bound', role: 'scene-officer', binding: bound, why: 'started' },
    ...told,
  );
  await api.store.log.append({ incident: id, entries, personal: [] });
  return id;
};

beforeAll(async () => {
  api = await runApi({
    files: await openFileFolder(folder),
    fileLimits: { fileBytesMax: 1000, incidentBytesMax: 1500, incidentFilesMax: 10 },
  });
  incident = await begin();
});
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

const send = (
  person: string,
  body: Buffer,
  { to = incident, headers = {} }: { to?: string; headers?: Readonly<Record<string, string>> } = {},
) =>
  api.ask(person, {
    method: 'POST',
    url: `/api/incidents/${to}/files`,
    body,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  });
const read = (person: string, sha: string) =>
  api.ask(person, { url: `/api/incidents/${incident}/files/${sha}` });
const codeOf = (answer: Awaited<ReturnType<typeof send>>) => [
  answer.statusCode,
  (answer.json() as { readonly code: string }).code,
];

describe('a file', () => {
  test('is taken under the hash of its bytes, read by who may, and each reading is written down', async () => {
    const headers = { 'x-file-name': encodeURIComponent('现场 1.jpg') };
    const answer = await send('sam', photo, { headers });
    const file = { sha256, size: photo.length, type: 'image/jpeg', name: '现场 1.jpg' };
    expect([answer.statusCode, answer.json()]).toEqual([201, file]);
    const view = (await api.ask('sam', { url: `/api/incidents/${incident}` })).json();
    expect((view as IncidentView).files).toEqual([file]);

    const shown = await read('lee', sha256);
    expect(shown.rawPayload).toEqual(photo);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('现场 1.jpg')}`,
    });
    expect((await api.store.apiLog.read()).at(-1)).toMatchObject({
      kind: 'read-file',
      data: { person: 'lee', incident, sha256 },
    });
  });

  test('is not read by who may not read what is protected, and not known to who may not know of the incident', async () => {
    expect(codeOf(await read('new', sha256))).toEqual([403, 'forbidden']);
    expect((await api.store.apiLog.read()).at(-1)).toMatchObject({
      kind: 'refused',
      data: { person: 'new', action: 'readFile', incident },
    });
    const view = (await api.ask('new', { url: `/api/incidents/${incident}` })).json();
    expect((view as IncidentView).files).toEqual([]);
    expect(codeOf(await read('wes', sha256))).toEqual([404, 'incident-unknown']);
    expect(codeOf(await read('sam', 'f'.repeat(64)))).toEqual([404, 'file-unknown']);
    expect(codeOf(await read('sam', '..%2F..%2Fpasswd'))).toEqual([404, 'file-unknown']);
  });

  test('sent again is the same one', async () => {
    expect((await send('sue', photo)).json()).toMatchObject({ sha256 });
    expect(await api.store.files.of(incident)).toHaveLength(1);
    expect(readdirSync(join(folder, sha256.slice(0, 2)))).toHaveLength(1);
  });

  test('that is JSON or HTML is a file like any other, and is not shown in place', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    const taken = await send('sam', page, { headers: { 'content-type': 'text/html; charset=x' } });
    const { sha256: hash } = taken.json() as { readonly sha256: string };
    const { headers } = await read('sam', hash);
    expect(headers['content-disposition']).toMatch(/^attachment; /);
    const json = await send('sam', Buffer.from('{'), {
      headers: { 'content-type': 'application/json' },
    });
    expect(json.json()).toMatchObject({ type: 'application/json', size: 1 });
  });

  test('is refused where it is empty, too large, more than the incident may have, or not to be sent by this person', async () => {
    const many = await begin();
    const large = (byte: string, size: number) => Buffer.alloc(size, byte);
    expect(codeOf(await send('sam', Buffer.alloc(0)))).toEqual([400, 'file-empty']);
    expect(codeOf(await send('sam', large('a', 1001)))).toEqual([413, 'file-too-large']);
    expect((await send('sam', large('a', 1000), { to: many })).statusCode).toBe(201);
    expect(codeOf(await send('sam', large('b', 501), { to: many }))).toEqual([409, 'files-full']);
    expect(codeOf(await send('wes', photo))).toEqual([404, 'incident-unknown']);
    expect(codeOf(await send('sam', photo, { to: 'nowhere' }))).toEqual([404, 'incident-unknown']);
    const headers = { 'x-file-name': '%E4%' };
    expect(codeOf(await send('sam', photo, { headers }))).toEqual([400, 'file-name-malformed']);
    const closed = await begin({ kind: 'closed' });
    expect(codeOf(await send('sam', photo, { to: closed }))).toEqual([409, 'already-closed']);
  });

  test('is not taken by a server that keeps none, which does not offer it', async () => {
    const other = await runApi({ store: api.store });
    const answer = await other.ask('sam', {
      method: 'POST',
      url: '/api/incidents/any/files',
      body: photo,
      headers: { 'content-type': 'image/jpeg' },
    });
    expect(codeOf(answer)).toEqual([501, 'files-not-kept']);
    const me = (await other.ask('sam', { url: '/api/session' })).json();
    expect(me).not.toHaveProperty('fileBytesMax');
    expect((await api.ask('sam', { url: '/api/session' })).json()).toMatchObject({
      fileBytesMax: 1000,
    });
    await other.app.close();
  });
});

describe('over a real connection', () => {
  let port: number;
  beforeAll(async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    port = (api.app.server.address() as { readonly port: number }).port;
  });

  const upload = async (headers: Readonly<Record<string, string>>) =>
    request({
      port,
      method: 'POST',
      path: `/api/incidents/${incident}/files`,
      headers: { authorization: `Bearer ${await api.token('sam')}`, ...headers },
    });

  test('what does not say how long it is is cut off where it is too long, and the sender reads why', async () => {
    const sent = await upload({ 'transfer-encoding': 'chunked' });
    const answer = new Promise<number | undefined>((resolve, reject) => {
      sent.on('response', (response) => resolve(response.resume().statusCode));
      sent.on('error', reject);
    });
    for (let count = 0; count < 200; count += 1) sent.write(Buffer.alloc(64 * 1024));
    sent.end();
    expect(await answer).toBe(413);
  });

  test('what breaks off leaves nothing', async () => {
    const before = await api.store.files.of(incident);
    const sent = await upload({ 'content-length': '500' });
    const gone = new Promise((resolve) => sent.on('error', resolve));
    sent.write('a part');
    await expect.poll(() => readdirSync(join(folder, 'incoming')).length).toBe(1);
    sent.destroy();
    await gone;
    await expect.poll(() => readdirSync(join(folder, 'incoming')).length).toBe(0);
    expect(await api.store.files.of(incident)).toEqual(before);
  });
});
