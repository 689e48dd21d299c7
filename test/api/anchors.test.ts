import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { anchorWebhook } from '../../src/api/anchors/anchor-webhook.ts';
import type { AnchorOptions } from '../../src/api/anchors/anchor-options.ts';
import { timeStampAuthority } from '../../src/api/anchors/time-stamp-authority.ts';
import { verifyFile } from '../../src/cli/verify/verify-file.ts';
import type { AnchorRecord } from '../../src/contract/anchor-contract.ts';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import { AnchorFile } from '../../src/store/anchors/anchor-file.ts';
import { opened } from '../store/databases.ts';
import { tamper } from '../store/tamper.ts';
import { logOf, started, step } from '../store/log-of.ts';
import { receiptsOf } from '../unit/cli/a-dossier.ts';
import { signReceipts } from '../../src/worker/sign-receipts.ts';
import { newKey } from '../test-keys.ts';
import { runApi, type RunningApi } from './running-api.ts';
import { startTimeStampServer } from './time-stamp-server.ts';

const key = newKey();
const folder = mkdtempSync(join(tmpdir(), 'jiechu-anchored-'));
afterAll(() => rmSync(folder, { recursive: true }));

// A busy machine takes its time.
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000 });

let files = 0;
/** An API that anchors ten times a second. */
async function anchoring(
  options: Partial<AnchorOptions> = {},
): Promise<{ readonly api: RunningApi; readonly path: string }> {
  const path = join(folder, `anchors-${(files += 1)}.jsonl`);
  const file = await AnchorFile.read(path);
  const anchors = { file, everyMilliseconds: 100, ...options };
  return { api: await runApi({ signer: key.signer, anchors }), path };
}

const recordsIn = (path: string): readonly AnchorRecord[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AnchorRecord);

const entries = (release: string) => {
  const around = { procedure: 'theft', role: 'scene-officer' };
  return logOf(
    [started({ release, procedure: 'theft' }), { by: 'ora' }],
    step('sign', {}, around),
    step('arrive', {}, around),
  );
};

/** Writes an incident as the engine would, with the receipt of its beginning. */
async function write({ store, release }: RunningApi, incident: string, upTo = 3): Promise<void> {
  const log = entries(release.hash).slice(0, upTo);
  const receipted = { entries: log, receipts: receiptsOf(log) };
  const receipts = signReceipts(incident, receipted, key.signer);
  await store.log.append({ incident, entries: log, personal: [], receipts });
}

const headsIn = (path: string, incident: string): readonly number[] =>
  recordsIn(path).flatMap(({ data }) =>
    data.kind === 'heads' && data.incidents[incident] ? [data.incidents[incident].seq] : [],
  );

async function exported(api: RunningApi, incident: string): Promise<string> {
  const answer = await api.ask('lee', { url: `/api/incidents/${incident}/dossier` });
  expect(answer.statusCode).toBe(200);
  const file = join(folder, `${(files += 1)}.json`);
  writeFileSync(file, answer.body);
  return file;
}

const verify = (file: string, anchors: readonly string[], timestampCa?: string) =>
  verifyFile({
    file,
    anchors,
    key: [key.trusted],
    files: undefined,
    timestampCa,
    json: undefined,
    lang: 'en',
  });

test('heads are anchored as logs grow, and once more at the stop; a dossier fits them', async () => {
  const { api, path } = await anchoring();
  await write(api, 'i1', 2);
  await soon(() => expect(headsIn(path, 'i1')).toEqual([2]));
  const early = await exported(api, 'i1');
  await write(api, 'i1');
  await soon(() => expect(headsIn(path, 'i1')).toEqual([2, 3]));
  const file = await exported(api, 'i1');
  expect(JSON.parse(readFileSync(file, 'utf8')) as Dossier).toMatchObject({
    anchored: { head: { seq: 3 } },
  });
  expect(await verify(file, [path])).toMatchObject({ status: 0 });
  // An export from before the log grew lacks nothing that was anchored by then.
  expect(await verify(early, [path])).toMatchObject({ status: 0 });
  await write(api, 'i2');
  await api.stop();
  expect(headsIn(path, 'i2')).toEqual([3]);
});

test('a log that was cut in the database is not anchored again, and the signed export of it is found', async () => {
  const database = join(folder, 'database');
  const path = join(folder, `anchors-${(files += 1)}.jsonl`);
  const anchors = async () => ({ file: await AnchorFile.read(path), everyMilliseconds: 100 });
  const first = await runApi({
    store: await opened({ folder: database }),
    signer: key.signer,
    anchors: await anchors(),
  });
  await write(first, 'i1');
  await soon(() => expect(headsIn(path, 'i1')).toEqual([3]));
  await first.stop();
  const second = entries(first.release.hash)[1]!;
  await tamper(
    database,
    `delete from log_entries where incident = 'i1' and seq = 3`,
    `update incidents set seq = 2, hash = '${second.hash}' where id = 'i1'`,
  );
  const store = await opened({ folder: database });
  const unanchored = await runApi({ store, signer: key.signer });
  const alone = await exported(unanchored, 'i1');
  await unanchored.app.close();
  expect(await verify(alone, [])).toMatchObject({ status: 0 });
  const said = await verify(alone, [path]);
  expect(said).toMatchObject({ status: 1 });
  expect(said.text).toMatch(
    /^i1: entry 3 was anchored \S+, but the log ends at 2: its end was cut off\n$/u,
  );
  // The exporting system itself knows what it had anchored, and anchors nothing that does not go on from it.
  const api = await runApi({ store, signer: key.signer, anchors: await anchors() });
  const own = await verify(await exported(api, 'i1'), []);
  expect(own.text).toBe(
    'i1: entry 3 was anchored before the export, but the log ends at 2: its end was cut off\n',
  );
  await soon(async () =>
    expect((await api.app.inject({ url: '/metrics' })).body).toContain('jiechu_anchor_misfits 1'),
  );
  await api.stop();
  expect(headsIn(path, 'i1')).toEqual([3]);
});

test('each record goes to a witness, in order, also those that it did not take at first', async () => {
  const got: AnchorRecord[] = [];
  let status = 503;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      if (status === 200) got.push(JSON.parse(body) as AnchorRecord);
      expect(request.headers.authorization).toBe('Bearer secret');
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { api, path } = await anchoring({ witness: anchorWebhook(url, 'secret') });
  await write(api, 'i1', 2);
  await soon(() => expect(headsIn(path, 'i1')).toEqual([2]));
  await write(api, 'i1');
  await soon(() => expect(headsIn(path, 'i1')).toEqual([2, 3]));
  expect(got).toEqual([]);
  status = 200;
  await soon(() => expect(got).toEqual(recordsIn(path)));
  await write(api, 'i2');
  await api.stop();
  expect(got).toEqual(recordsIn(path));
  server.close();
});

test('an authority stamps the last record, the stamp is chained, and the verifier reads it', async () => {
  const authority = await startTimeStampServer();
  const { api, path } = await anchoring({
    timeStamping: timeStampAuthority(authority.url, authority.ca),
  });
  await write(api, 'i1');
  await soon(() => expect(recordsIn(path).at(-1)?.data.kind).toBe('stamped'));
  const file = await exported(api, 'i1');
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, authority.ca);
  const said = await verify(file, [path], ca);
  expect(said.text).toMatch(/intact\. .* fits 1 anchor \(\d+ time stamps?, the last of 20/u);
  const unknown = await verify(file, [path]);
  expect([unknown.status, unknown.text]).toEqual([
    0,
    expect.stringMatching(/authority not checked/u),
  ]);
  const other = await startTimeStampServer();
  writeFileSync(ca, other.ca);
  expect(await verify(file, [path], ca)).toMatchObject({ status: 1 });
  await api.stop();
  await Promise.all([authority.stop(), other.stop()]);
});

test('one of two on the same file writes it, and the other goes on when that one has stopped', async () => {
  const { api, path } = await anchoring();
  await write(api, 'i1');
  const anchors = { file: await AnchorFile.read(path), everyMilliseconds: 100 };
  const second = await runApi({ store: api.store, signer: key.signer, anchors });
  await soon(() => expect(headsIn(path, 'i1')).toEqual([3]));
  await api.app.close();
  await write(api, 'i2');
  await soon(() => expect(headsIn(path, 'i2')).toEqual([3]));
  await second.app.close();
  expect((await AnchorFile.read(path)).anchored.broken).toBeUndefined();
  await api.store.close();
});
