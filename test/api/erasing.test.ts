import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossierFlaws } from '../../src/cli/verify/dossier-flaws.ts';
import { givenKeys } from '../../src/cli/verify/given-keys.ts';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import type { ErasureView } from '../../src/contract/erasure-contract.ts';
import type { FileView } from '../../src/contract/file-contract.ts';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import { openFileFolder } from '../../src/store/files/open-file-folder.ts';
import { openedHistories } from '../temporal/opened-histories.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { untilTrue } from '../temporal/drill.ts';
import { newKey } from '../test-keys.ts';
import { apiOnEngine } from './api-on-engine.ts';
import { sampleRelease } from './bureau.ts';
import type { RunningApi } from './running-api.ts';
import { sampleFiles } from './sample-files.ts';

const release = sampleRelease();
const key = newKey();
const phone = '13800138042';
const name = '王小明';
let folder: string;
let engine: Engine;
let api: RunningApi;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiechu-erasing-'));
  engine = await startEngine([release], { timeSkipping: false, folder: join(folder, 'database') });
  const files = await openFileFolder(join(folder, 'files'));
  api = await apiOnEngine(engine, release, {
    signer: key.signer,
    files,
    resumeErasuresMilliseconds: 1000,
  });
}, 120_000);
afterAll(async () => {
  await api?.app.close();
  await engine?.stop();
  rmSync(folder, { recursive: true });
});

const post = (person: string, url: string, key: string, body: object) =>
  api.ask(person, { method: 'POST', url, key, body });
const ask = (person: string, body: object) =>
  api.ask(person, { method: 'POST', url: '/api/erasures', body });
const agree = (person: string, id: string) =>
  api.ask(person, { method: 'POST', url: `/api/erasures/${id}/agreement` });
/** Agrees, and waits until all is gone. */
const erased = async (person: string, id: string) => {
  const agreed = await agree(person, id);
  expect([agreed.statusCode, agreed.body]).toEqual([200, agreed.body]);
  await untilTrue(async () => (await engine.store.erasures.get(id))?.doneAt !== undefined);
  return agree(person, id);
};
const dossierOf = async (incident: string) =>
  (await api.ask('lee', { url: `/api/incidents/${incident}/dossier` })).json<Dossier>();
const flawsOf = async (dossier: Dossier) =>
  dossierFlaws(dossier, await givenKeys([key.trusted, engine.workerKey.trusted]));
const startedBy = async (incident: string) => {
  await untilTrue(
    async () => ((await engine.store.incidents.get(incident))?.started.length ?? 0) > 0,
  );
  return (await engine.store.incidents.get(incident))!.started.map(({ id }) => id);
};

let reported = 0;
let first: string;
/** A theft with everything personal in it that there is: who told it, names, notes, references, a file. */
async function theft(about: { readonly phone: string; readonly name: string }): Promise<string> {
  const report = {
    channel: '110',
    text: `${about.name}说被偷了`,
    place: `${about.name}家`,
    reporter: { name: about.name, phone: about.phone },
    handledAt: 'scene',
    facts: { stolen: 'yes' },
  };
  const taken = await post('ora', '/api/reports', `r-${(reported += 1)}`, report);
  const incident = taken.json<ReportTaken>().incident ?? '';
  const doStep = async (person: string, step: string, body: object) => {
    const url = `/api/incidents/${incident}/steps/${step}`;
    const answer = await post(person, url, `${step}-${incident}`, { action: 'do', ...body });
    expect([step, answer.statusCode, answer.body]).toEqual([step, 200, answer.body]);
  };
  await doStep('ora', 'dispatch', { note: `回电${about.phone}` });
  await doStep('sam', 'sign', { equipment: ['camera'] });
  const sent = await api.ask('sam', {
    method: 'POST',
    url: `/api/incidents/${incident}/files`,
    body: Buffer.concat([sampleFiles.jpeg, Buffer.from(`\n${about.phone.slice(-2)}`)]),
    headers: {
      'content-type': 'image/jpeg',
      'x-file-name': encodeURIComponent(`${about.name}.jpg`),
    },
  });
  const photo = {
    kind: 'photo',
    reference: `${about.name}的照片`,
    sha256: sent.json<FileView>().sha256,
  };
  await doStep('sam', 'arrive', { evidence: [photo] });
  await doStep('sam', 'look', {
    facts: { value: 7, hurt: 'no', name: about.name },
    evidence: [photo, { kind: 'statement', reference: `${about.name}笔录` }],
    note: `${about.name}住三楼`,
  });
  return incident;
}

/** Everything that Temporal has of a procedure, opened with the codec keys. */
const historiesOf = (id: string) => openedHistories(engine, id);

test('an erasure takes two leaders over the incident, and the reason', async () => {
  first = await theft({ phone: '13900000001', name: '赵六六' });
  const incident = first;
  const wanted = { incident, reason: '当事人依法申请删除' };
  expect((await ask('sam', wanted)).json()).toMatchObject({ code: 'forbidden' });
  expect((await ask('wes', wanted)).json()).toMatchObject({ code: 'incident-unknown' });
  expect((await ask('lee', { incident })).statusCode).toBe(400);
  expect((await ask('lee', { reason: 'x' })).json()).toMatchObject({
    errors: [{ pointer: '/incident' }],
  });
  // A mistyped name is not asked for: it would look like an erasure that was done.
  for (const [person, mistyped] of [
    ['lee', { incident, fact: 'nam' }],
    ['bos', { person: '赵七七' }],
  ] as const) {
    const answer = await ask(person, { ...mistyped, reason: '当事人依法申请删除' });
    const pointer = 'fact' in mistyped ? '/fact' : '/person';
    expect([answer.statusCode, answer.json()]).toMatchObject([400, { errors: [{ pointer }] }]);
  }
  const asked = await ask('lee', wanted);
  expect([asked.statusCode, asked.json()]).toMatchObject([201, { scope: { kind: 'incident' } }]);
  const { id } = asked.json<ErasureView>();
  expect((await agree('lee', id)).json()).toMatchObject({ code: 'erasure-own' });
  expect((await agree('sam', id)).json()).toMatchObject({ code: 'forbidden' });
  expect((await agree('top', 'E-none')).json()).toMatchObject({ code: 'erasure-unknown' });
  // Nothing has gone yet.
  expect(JSON.stringify(await dossierOf(incident))).toContain('赵六六');
});

test('all personal values of an open incident go, everywhere, and it goes on', async () => {
  const incident = await theft({ phone, name });
  const [care = ''] = await startedBy(incident);
  expect((await historiesOf(incident)).join()).toContain(name);
  const before = await dossierOf(incident);
  const asked = await ask('top', { incident, reason: '撤销案件，依规删除' });
  const agreed = await erased('lee', asked.json<ErasureView>().id);
  expect([agreed.statusCode, agreed.json()]).toMatchObject([
    200,
    {
      agreedBy: { id: 'lee' },
      doneAt: expect.any(String),
      erased: { reports: 1, files: 1, incidents: expect.arrayContaining([incident, care]) },
    },
  ]);
  for (const id of [incident, care]) {
    const text = (await historiesOf(id)).join('\n');
    expect(text).toContain('carried');
    for (const word of [name, phone]) expect([id, text.includes(word)]).toEqual([id, false]);
  }
  // A shared procedure is not found by the name any more.
  expect(await engine.store.sharedProcedures.madeByOthers('none')).not.toContainEqual(
    expect.objectContaining({ value: name }),
  );
  const dossier = await dossierOf(incident);
  expect(JSON.stringify(dossier)).not.toContain(name);
  expect(dossier.erasures).toMatchObject([
    { reason: '撤销案件，依规删除', askedBy: 'top', agreedBy: 'lee' },
  ]);
  expect(dossier.erasures[0]?.values).toHaveLength(before.personal.length);
  expect(await flawsOf(dossier)).toEqual([]);
  const without = { ...dossier, erasures: [] };
  expect((await flawsOf(without)).map(({ what }) => what)).toEqual(
    expect.arrayContaining(['personal', 'erasure']),
  );
  // It is still there to be handled.
  const view = (await api.ask('sam', { url: `/api/incidents/${incident}` })).json<IncidentView>();
  expect(view.steps.find(({ id }) => id === 'look')).toMatchObject({ status: 'done' });
  expect(JSON.stringify(view)).not.toContain(name);
  const acts = `/api/incidents/${incident}/acts`;
  const act = await post('sam', acts, 'after', { action: 'answer', facts: { value: 8 } });
  expect(act.statusCode).toBe(200);
  expect((await engine.gateway().view(incident)).answers).not.toHaveProperty('name');
  expect(await flawsOf(await dossierOf(incident))).toEqual([]);
  // The act that brought the name is known no more by its content.
  const again = await post('sam', `/api/incidents/${incident}/steps/look`, `look-${incident}`, {
    action: 'do',
    facts: { value: 7, hurt: 'no', name },
  });
  expect(again.json()).toMatchObject({ code: 'key-reused' });
  const log = JSON.stringify(await api.store.apiLog.read({ limit: 10_000 }));
  for (const kind of ['erasure-asked', 'erasure-agreed', 'erased']) expect(log).toContain(kind);
  for (const word of [name, phone, '依规删除']) expect(log).not.toContain(word);
});

test('one fact goes with all that repeats it, and nothing else', async () => {
  const about = { phone: '13900000002', name: '钱七七' };
  const incident = await theft(about);
  const asked = await ask('lee', { incident, fact: 'name', reason: '更正' });
  await erased('top', asked.json<ErasureView>().id);
  const dossier = await dossierOf(incident);
  expect(JSON.stringify(dossier)).not.toContain(about.name);
  // A note that has the number and not the name.
  expect(JSON.stringify(dossier)).toContain(about.phone);
  expect((await api.store.reports.ofIncident(incident))[0]?.reporter).toEqual({
    phone: about.phone,
  });
  expect(await flawsOf(dossier)).toEqual([]);
  expect((await historiesOf(incident)).join()).not.toContain(about.name);
});

test('whatever names a person goes in all incidents, also in those that are over', async () => {
  const about = { phone: '13900000003', name: '孙八八' };
  const [one, two] = [await theft(about), await theft({ ...about, phone: '13900000004' })];
  await engine.client.workflow.getHandle(two).terminate('over');
  const asked = await ask('top', { person: about.name, reason: '依法删除' });
  // Whoever leads a part of the bureau alone may not.
  expect(asked.json()).toMatchObject({ code: 'forbidden' });
  const whole = await ask('bos', { person: about.name, reason: '依法删除' });
  expect(whole.statusCode).toBe(201);
  const done = await erased('bea', whole.json<ErasureView>().id);
  expect([done.statusCode, done.json()]).toMatchObject([
    200,
    { scope: { kind: 'person' }, erased: { incidents: expect.arrayContaining([one, two]) } },
  ]);
  expect(done.body).not.toContain(about.name);
  expect((await historiesOf(one)).join()).not.toContain(about.name);
  expect(await historiesOf(two)).toEqual([]);
  for (const incident of [one, two]) {
    const dossier = await dossierOf(incident);
    expect(JSON.stringify(dossier)).not.toContain(about.name);
    expect(await flawsOf(dossier)).toEqual([]);
  }
});

test('who agrees has given a password lately', async () => {
  const { id } = (await ask('lee', { incident: first, reason: '申请' })).json<ErasureView>();
  api.pass(16 * 60_000);
  expect((await agree('top', id)).json()).toMatchObject({ code: 'sign-in-not-recent' });
  expect(JSON.stringify(await dossierOf(first))).toContain('赵六六');
});

test('the database and the folder of files have nothing left of it', async () => {
  const kept = await dossierOf((await api.store.incidents.openAfter('', 1))[0] ?? '');
  expect(kept.entries.length).toBeGreaterThan(0);
  await api.app.close();
  await engine.stop();
  const database = await PGlite.create(join(folder, 'database'));
  const tables = await database.query<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'public'`,
  );
  let dump = '';
  for (const { table_name: table } of tables.rows) {
    const { rows } = await database.query(`select * from "${table}"`);
    dump += JSON.stringify(rows);
  }
  await database.close();
  expect(dump.length).toBeGreaterThan(10_000);
  for (const word of [name, phone, '孙八八', '钱七七']) {
    expect([word, dump.includes(word)]).toEqual([word, false]);
  }
  const files = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true });
  // One theft was erased as a whole, with its photo.
  expect(files.filter((file) => file.isFile())).toHaveLength(4);
});
