import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClamdScanner } from '../../src/api/files/clamd-scanner.ts';
import { openFileFolder } from '../../src/store/files/open-file-folder.ts';
import { logOf, newIncident, started } from '../store/log-of.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { sampleFiles } from './sample-files.ts';

/** A server that speaks clamd's protocol, and knows one signature. */
function clamd() {
  const received: Buffer[] = [];
  let mode: 'answer' | 'hang' | 'limit' = 'answer';
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    let told = Buffer.alloc(0);
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    socket.on('data', (chunk) => {
      told = Buffer.concat([told, chunk]);
      if (mode === 'hang') return;
      if (mode === 'limit') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const file = streamed(told);
      if (!file) return;
      received.push(file);
      socket.end(file.includes('EICAR') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  return {
    received,
    behave: (how: typeof mode) => void (mode = how),
    listen: () =>
      new Promise<number>((resolve) =>
        server.listen(0, '127.0.0.1', () =>
          resolve((server.address() as { readonly port: number }).port),
        ),
      ),
    stop: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const command = Buffer.from('zINSTREAM\0');

// All chunks up to the empty one, once it has come.
function streamed(told: Buffer): Buffer | undefined {
  if (!told.subarray(0, command.length).equals(command)) throw new Error('no INSTREAM');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= told.length;) {
    const length = told.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > told.length) return undefined;
    chunks.push(told.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const folder = mkdtempSync(join(tmpdir(), 'jiechu-doors-'));
const scanner = clamd();
let port: number;
let api: RunningApi;
let incident: string;
const begin = async () => {
  const id = newIncident();
  const begun = started({ procedure: 'theft', release: api.release.hash, unit: 'east' });
  await api.store.log.append({ incident: id, entries: logOf(begun), personal: [] });
  return id;
};
beforeAll(async () => {
  port = await scanner.listen();
  api = await runApi({
    files: await openFileFolder(folder),
    fileLimits: { fileBytesMax: 1_000_000, incidentBytesMax: 10_000_000, incidentFilesMax: 4 },
    scanner: createClamdScanner({ host: '127.0.0.1', port }, { silence: 300 }),
  });
  incident = await begin();
});
afterAll(async () => {
  await api.stop();
  await scanner.stop();
  rmSync(folder, { recursive: true });
});

const send = (body: Buffer, type: string, { to = incident, name = '' } = {}) =>
  api.ask('sam', {
    method: 'POST',
    url: `/api/incidents/${to}/files`,
    body,
    headers: { 'content-type': type, 'x-file-name': encodeURIComponent(name) },
  });
const codeOf = (answer: Awaited<ReturnType<typeof send>>) => [
  answer.statusCode,
  (answer.json() as { readonly code: string }).code,
];
const typeOf = (answer: Awaited<ReturnType<typeof send>>) =>
  (answer.json() as { readonly type: string }).type;

describe('a file is what its bytes say', () => {
  const { jpeg, png, pdf, mp4, program, zip, cfb, html } = sampleFiles;
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const unknown = 'application/octet-stream';
  const text = Buffer.from('失窃清单：手机一部');
  test.each([
    ['a photograph', jpeg, 'image/jpeg', '1.jpg', 'image/jpeg'],
    ['a photograph that says nothing', jpeg, unknown, '', 'image/jpeg'],
    ['a picture with another picture’s name', png, 'image/jpeg', '1.jpg', 'image/png'],
    ['a clip', mp4, 'video/quicktime', '1.mov', 'video/mp4'],
    ['a document in its envelope', zip, docx, '1.docx', docx],
    ['an old document', cfb, 'application/msword', '1.doc', 'application/msword'],
    ['a list', text, 'text/plain', '单.txt', 'text/plain'],
    [
      'a list in the encoding of Windows',
      Buffer.from([0xca, 0xa7, 0xc7, 0xd4]),
      'text/plain',
      '',
      'text/plain',
    ],
    ['what nobody knows', Buffer.from([1, 0, 2, 0]), unknown, '1.dav', unknown],
    ['a program that says so', program, unknown, '1.exe', 'application/x-msdownload'],
  ])('%s is taken', async (_, body, type, name, kept) => {
    const answer = await send(body, type, { to: await begin(), name });
    expect([answer.statusCode, typeOf(answer)]).toEqual([201, kept]);
  });

  test.each([
    ['a page that says it is a picture', html, 'image/png', '1.png'],
    ['a page with the name of a picture', html, unknown, '1.png'],
    ['a program with the name of a picture', program, unknown, '1.jpg'],
    ['a program that says it is a document', program, 'application/pdf', '1.pdf'],
    ['a document that says it is a picture', pdf, 'image/jpeg', '1.jpg'],
    ['a picture that says it is a text', jpeg, 'text/plain', ''],
    ['a program that says it is a clip', program, 'video/mp4', ''],
    ['bytes that say they are a picture', Buffer.from('not a picture'), 'image/jpeg', ''],
  ])('%s is refused', async (_, body, type, name) => {
    const to = await begin();
    const answer = await send(body, type, { to, name });
    expect(codeOf(answer)).toEqual([415, 'file-type-wrong']);
    expect(answer.json()).toMatchObject({ errors: [{ pointer: '/content-type' }] });
    expect(await api.store.files.of(to)).toEqual([]);
  });
});

test('an incident takes no more files than it may have', async () => {
  const to = await begin();
  const texts = ['a', 'b', 'c', 'd'];
  for (const one of texts)
    expect((await send(Buffer.from(one), 'text/plain', { to })).statusCode).toBe(201);
  expect(codeOf(await send(Buffer.from('e'), 'text/plain', { to }))).toEqual([409, 'files-full']);
});

test('evidence is a file that was sent for this incident, or a number alone', async () => {
  const sent = (await send(Buffer.from('mine'), 'text/plain')).json() as {
    readonly sha256: string;
  };
  const act = async (sha256: string | undefined, to = incident, key = crypto.randomUUID()) =>
    api.ask('sam', {
      method: 'POST',
      url: `/api/incidents/${to}/steps/look`,
      key,
      body: {
        action: 'do',
        evidence: [
          { kind: 'photo', reference: 'JZ-1' },
          { kind: 'photo', reference: 'JZ-2', ...(sha256 !== undefined && { sha256 }) },
        ],
      },
    });
  const refused = await act('a'.repeat(64));
  expect(codeOf(refused)).toEqual([409, 'evidence-unsent']);
  expect(refused.json()).toMatchObject({ errors: [{ pointer: '/evidence/1/sha256' }] });
  expect(codeOf(await act(sent.sha256, await begin()))).toEqual([409, 'evidence-unsent']);
  // The engine, away in these tests, was asked.
  expect(codeOf(await act(sent.sha256))).toEqual([503, 'engine-away']);
  expect(codeOf(await act(undefined))).toEqual([503, 'engine-away']);
});

describe('a malware scanner', () => {
  const incoming = () => readdirSync(join(folder, 'incoming'));

  test('gets the whole file, and what it finds nothing in is kept', async () => {
    const large = Buffer.alloc(300_000, 'a');
    const answer = await send(large, 'text/plain', { to: await begin() });
    expect(answer.statusCode).toBe(201);
    expect(scanner.received.at(-1)?.equals(large)).toBe(true);
  });

  test('finds what is not kept, and it is written down', async () => {
    const to = await begin();
    const answer = await send(Buffer.from('X5O!P%@AP EICAR'), 'text/plain', { to });
    expect(codeOf(answer)).toEqual([422, 'file-infected']);
    expect(await api.store.files.of(to)).toEqual([]);
    expect(incoming()).toEqual([]);
    expect((await api.store.apiLog.read({ limit: 10_000 })).at(-1)).toMatchObject({
      kind: 'file-infected',
      data: { person: 'sam', incident: to, found: 'Eicar-Signature' },
    });
  });

  test('that says nothing, or is not there, keeps the file out until it is sent again', async () => {
    const to = await begin();
    const again = () => send(Buffer.from('later'), 'text/plain', { to });
    scanner.behave('hang');
    const refused = await again();
    expect([...codeOf(refused), refused.headers['retry-after']]).toEqual([
      503,
      'scanner-away',
      '5',
    ]);
    expect(incoming()).toEqual([]);
    scanner.behave('answer');
    expect((await again()).statusCode).toBe(201);
    const away = createClamdScanner({ host: '127.0.0.1', port: 1 });
    expect(await away.scan(join(import.meta.dirname, 'sample-files.ts'))).toBe('away');
  });

  test('that takes no file of this size leaves it where it was made', async () => {
    scanner.behave('limit');
    const answer = await send(Buffer.alloc(500_000, 'b'), 'text/plain', { to: await begin() });
    expect(codeOf(answer)).toEqual([413, 'file-too-large']);
    scanner.behave('answer');
  });
});
