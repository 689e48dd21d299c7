import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossierFlaws } from '../../src/cli/verify/dossier-flaws.ts';
import { checkFiles } from '../../src/cli/verify/file-flaws.ts';
import type { ActTaken } from '../../src/contract/act-contract.ts';
import type { Notices } from '../../src/contract/directory-contract.ts';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import type { FileView } from '../../src/contract/file-contract.ts';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import { openFileFolder } from '../../src/store/files/open-file-folder.ts';
import type { Prompts } from '../../src/contract/prompt-contract.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import type { LogEntry } from '../../src/model/log-entry.ts';
import type { Release } from '../../src/model/release.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { givenKeys } from '../../src/cli/verify/given-keys.ts';
import { newKey } from '../test-keys.ts';
import { apiOnEngine } from './api-on-engine.ts';
import { sampleRelease } from './bureau.ts';
import type { RunningApi } from './running-api.ts';
import { sampleFiles } from './sample-files.ts';

const whole = sampleRelease();
const theft = whole.procedures['theft']!;
const dispatch = theft.steps['dispatch']!;
// A fact may be answered by each holder of a role whose step asks it.
const release: Release = {
  ...whole,
  procedures: {
    ...whole.procedures,
    theft: {
      ...theft,
      steps: {
        ...theft.steps,
        dispatch: { ...dispatch, mayAsk: [...dispatch.mayAsk, 'name', 'value'] },
      },
    },
  },
};
const hour = 3_600_000;
let folder: string;
let engine: Engine;
let api: RunningApi;
let incident: string;
const key = newKey();

beforeAll(async () => {
  engine = await startEngine([release], { timeSkipping: false });
  folder = mkdtempSync(join(tmpdir(), 'jiechu-offered-'));
  const files = await openFileFolder(folder);
  api = await apiOnEngine(engine, release, { signer: key.signer, files });
  const body = {
    channel: '110',
    text: '被偷了',
    handledAt: 'scene',
    at: new Date(Date.now() - 2 * hour).toISOString(),
    facts: { stolen: 'yes' },
  };
  const taken = await post('ora', '/api/reports', 'r1', body);
  incident = (taken.json() as ReportTaken).incident ?? '';
  // Dated back so far that a leader has to agree.
  const offered = await post('ora', `/api/incidents/${incident}/steps/dispatch`, 'd1', {
    action: 'do',
    happened: new Date(Date.now() - hour).toISOString(),
    facts: { name: '王五', value: 7 },
  });
  expect(offered.statusCode).toBe(200);
}, 120_000);
afterAll(async () => {
  await api.app.close();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const post = (person: string, url: string, key: string, body: object) =>
  api.ask(person, { method: 'POST', url, key, body });
const offeredTo = async (person: string) => {
  const seen = (await api.ask(person, { url: `/api/incidents/${incident}` })).json<IncidentView>();
  return seen.steps.find(({ id }) => id === 'dispatch')?.pending?.facts;
};
const dossier = async () =>
  (await api.ask('lee', { url: `/api/incidents/${incident}/dossier` })).json<Dossier>();

const flawsOf = async (exported: Dossier) =>
  dossierFlaws(exported, await givenKeys([key.trusted, engine.workerKey.trusted]));

test('who judges reads the personal facts that were offered; a colleague without a part does not', async () => {
  expect(await offeredTo('lee')).toMatchObject([
    { id: 'value', value: 7 },
    { id: 'name', value: '王五' },
  ]);
  const { prompts } = (await api.ask('lee', { url: '/api/prompts' })).json<Prompts>();
  expect(JSON.stringify(prompts)).toContain('王五');
  expect(await offeredTo('new')).toMatchObject([{ id: 'value' }, { id: 'name' }]);
  expect(JSON.stringify(await offeredTo('new'))).not.toContain('王五');
});

test('who judges sees which steps wait for the answer, in the list as at the incident', async () => {
  const holdsBack = { steps: [{ id: 'sign', title: { zh: '签收', en: 'Sign' } }], closing: true };
  const { prompts } = (await api.ask('lee', { url: '/api/prompts' })).json<Prompts>();
  expect(prompts).toMatchObject([{ wants: 'judge', step: { pending: { holdsBack } } }]);
  const seen = (await api.ask('lee', { url: `/api/incidents/${incident}` })).json<IncidentView>();
  const stepOf = (step: string) => seen.steps.find(({ id }) => id === step);
  expect(stepOf('dispatch')?.pending?.holdsBack).toEqual(holdsBack);
  // And everybody, why a step of another way of handling is not needed.
  expect(stepOf('entry')).toMatchObject({
    status: 'not-needed',
    notNeededFor: [{ id: 'handled-at', value: 'scene' }],
  });
});

test('the log commits to them and has none in clear, and the dossier is found intact', async () => {
  expect(JSON.stringify(await engine.store.log.of(incident))).not.toContain('王五');
  const exported = await dossier();
  expect(exported.personal).toMatchObject([{ fact: 'name', value: '王五' }]);
  expect(await flawsOf(exported)).toEqual([]);
});

test('notices are new until they are said to be seen, and only to their reader', async () => {
  const notices = async (person: string) =>
    (await api.ask(person, { url: '/api/notices' })).json<Notices>().notices;
  const first = await notices('lee');
  expect(first).toMatchObject([{ incident, seen: false }]);
  expect(await notices('lee')).toEqual(first);
  const ids = first.map(({ id }) => id);
  const see = (person: string) =>
    api.ask(person, { method: 'POST', url: '/api/notices/seen', body: { notices: ids } });
  expect((await see('sam')).statusCode).toBe(204);
  expect(await notices('lee')).toEqual(first);
  expect([(await see('lee')).statusCode, (await see('lee')).statusCode]).toEqual([204, 204]);
  expect(await notices('lee')).toMatchObject([{ seen: true }]);
});

test('agreed to, they are answers; what is taken out without a word is found', async () => {
  const url = `/api/incidents/${incident}/steps/dispatch`;
  const agreed = { action: 'agree', note: '问过赵六' };
  expect((await post('lee', url, 'a1', agreed)).statusCode).toBe(200);
  const view = (person: string) => api.ask(person, { url: `/api/incidents/${incident}` });
  const seen = (await view('lee')).json<IncidentView>();
  expect(seen.log.filter(({ note }) => note !== undefined)).toMatchObject([
    { kind: 'act', by: { id: 'lee' }, note: '问过赵六' },
  ]);
  expect((await view('new')).body).not.toContain('赵六');
  expect(seen.facts.find(({ id }) => id === 'name')?.value).toBe('王五');
  expect(await flawsOf(await dossier())).toEqual([]);
  const { personal, ...others } = await dossier();
  const cut = { ...others, personal: personal.filter(({ fact }) => fact !== 'name') };
  // Somebody who takes it out cannot sign the rest; and who could, leaves what the log commits to.
  expect((await flawsOf(cut)).map(({ what }) => what)).toContain('personal');
});

test('a role is not handed to who does not have it: the answer says who has', async () => {
  const handOver = (role: string, unit: string, person: string, key: string) =>
    post('lee', `/api/incidents/${incident}/acts`, key, {
      action: 'hand-over',
      role,
      unit,
      person,
    });
  const answer = await handOver('handler', 'east', 'ora', 'h1');
  expect([answer.statusCode, answer.json()]).toMatchObject([
    409,
    {
      code: 'role-not-held',
      text: { en: expect.stringContaining('Officer sam, Officer sol, Officer sue') },
    },
  ]);
  expect((await handOver('scene-officer', 'bureau', 'aud', 'h2')).json()).toMatchObject({
    code: 'role-not-held',
    text: { en: expect.stringContaining('choose another unit') },
  });
  expect((await handOver('nobody', 'east', 'ora', 'h3')).json()).toMatchObject({
    code: 'role-unknown',
  });
  expect((await handOver('scene-officer', 'east', 'sam', 'h4')).statusCode).toBe(200);
});

test('the hash of a file that was shown stands in the receipt, in the log and in the dossier', async () => {
  const step = (id: string, key: string, body: object) =>
    post('sam', `/api/incidents/${incident}/steps/${id}`, key, { action: 'do', ...body });
  expect((await step('sign', 's1', { equipment: ['camera'] })).statusCode).toBe(200);
  const sent = await api.ask('sam', {
    method: 'POST',
    url: `/api/incidents/${incident}/files`,
    body: sampleFiles.jpeg,
    headers: { 'content-type': 'image/jpeg' },
  });
  const photo = { kind: 'photo', sha256: sent.json<FileView>().sha256 };
  const arrived = await step('arrive', 'p1', { evidence: [{ ...photo, reference: '1' }] });
  expect(arrived.json<ActTaken>().receipt.evidence).toEqual([photo]);
  const { entries, receipts } = await dossier();
  const receiptOf = (key: string) => receipts.find(({ act }) => act === key);
  expect(receiptOf('p1')?.evidence).toEqual([photo]);
  expect(receiptOf('s1')).not.toHaveProperty('evidence');
  const given = [{ path: 'a.jpg', sha256: photo.sha256 }];
  expect(checkFiles(entries as LogEntry[], given)).toEqual({ named: 1, intact: 1, flaws: [] });
});
