import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Dues } from '../../src/contract/dues-contract.ts';
import type { IncidentList, IncidentView } from '../../src/contract/incident-contract.ts';
import type { Notices } from '../../src/contract/directory-contract.ts';
import type { Prompts } from '../../src/contract/prompt-contract.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { apiOnEngine } from './api-on-engine.ts';
import { sampleRelease } from './bureau.ts';
import { runApi, type RunningApi } from './running-api.ts';
import type { Decision } from '../../src/model/decision.ts';

const release = sampleRelease();
const clock = { now: () => Date.now(), factor: 1 };
let engine: Engine;
let api: RunningApi;
let incident: string;
let sent = 0;

beforeAll(async () => {
  engine = await startEngine([release], { timeSkipping: false });
  api = await apiOnEngine(engine, release);
}, 120_000);
afterAll(async () => {
  await api.app.close();
  await engine.stop();
});

const stolen = { channel: '110', text: '自行车被偷了', facts: { stolen: 'yes' } };
const more = { channel: '110', text: '我看见小偷了', facts: { stolen: 'yes', hurt: 'yes' } };
const post = (person: string, url: string, body: object, key: string = `key-${(sent += 1)}`) =>
  api.ask(person, { method: 'POST', url, key, body });
const report = (body: object, key?: string, person = 'ora') =>
  post(person, '/api/reports', body, key);
const join = (id: string, key?: string, person = 'ora') =>
  post(person, `/api/incidents/${incident}/acts`, { action: 'join', report: id }, key);
const view = async () =>
  (await api.ask('ora', { url: `/api/incidents/${incident}` })).json() as IncidentView;
const factOf = ({ facts }: IncidentView, id: string) => facts.find((fact) => fact.id === id)?.value;
const doing = (person: string, step: string, body: object = {}) =>
  post(person, `/api/incidents/${incident}/steps/${step}`, { action: 'do', ...body });
const ofItsOwn: Decision = {
  ruleSet: 'sorting',
  decides: 'standard',
  outcome: 'injury',
  outcomes: ['injury'],
  because: [],
  otherwise: false,
  missing: [],
  nearest: [],
};
/** A report that is kept and classified, and that has no incident yet. */
const kept = async (unit = 'east', sender = 'ora') => {
  const taking = await engine.store.reports.take({
    idempotencyKey: `kept-${(sent += 1)}`,
    sender,
    digest: 'digest',
    localDate: '2026-03-02',
    channel: '110',
    at: Date.now(),
    received: Date.now(),
    unit,
    text: '我也看见了',
    facts: { hurt: 'yes' },
    classified: { procedure: 'injury', release: release.hash, decision: ofItsOwn },
  });
  return taking.taken ? taking.report.id : '';
};

beforeEach(async () => {
  incident = ((await report(stolen)).json() as ReportTaken).incident ?? '';
});

describe('a report of an event that is handled already', () => {
  test('joins its incident: its words and what it tells stand there, and nothing else is started', async () => {
    const answer = await report({ ...more, incident });
    const taken = answer.json() as ReportTaken;
    expect([answer.statusCode, taken]).toMatchObject([
      201,
      { incident, standard: { id: 'theft' }, prompts: expect.any(Array) },
    ]);
    expect(taken.prompts?.every((prompt) => prompt.incident === incident)).toBe(true);
    expect(taken.decision).toBeUndefined();
    const seen = await view();
    expect(seen.reports).toMatchObject([
      { text: stolen.text },
      { id: taken.report, text: more.text },
    ]);
    expect(factOf(seen, 'hurt')).toBe('yes');
    expect(await engine.store.incidents.get(taken.report.replace('R', 'I'))).toBeUndefined();
    expect(await engine.store.reports.get(taken.report)).toMatchObject({
      status: 'joined',
      incident,
    });
    await engine.store.log.rebuild(incident);
    expect(await engine.store.incidents.get(incident)).toMatchObject({
      reports: [incident.replace('I', 'R'), taken.report],
    });
    expect(verifyChain(await engine.store.log.of(incident))).toBeUndefined();
  });

  test('an incident whose way of handling nobody said asks the leader for it, and goes on with the answer', async () => {
    const prompts = async (person: string) => {
      const all = (await api.ask(person, { url: '/api/prompts' })).json<Prompts>().prompts;
      return all.filter((prompt) => prompt.incident === incident);
    };
    const [asked, ...others] = await prompts('lee');
    expect([asked, others]).toMatchObject([
      {
        wants: 'answer',
        step: {
          status: 'undecided',
          asked: { facts: [{ id: 'handled-at' }], role: { id: 'leader' } },
        },
      },
      [],
    ]);
    expect(await prompts('ora')).toEqual([]);
    const list = (
      await api.ask('lee', { url: '/api/incidents?closed=false' })
    ).json<IncidentList>();
    expect(list.incidents.find(({ id }) => id === incident)).toMatchObject({
      openSteps: 0,
      nobodyPrompted: false,
      nextDue: asked?.step.asked?.due,
    });
    const dues = (await api.ask('lee', { url: '/api/dues' })).json<Dues>();
    expect([...dues.late.lines, ...dues.soon.lines]).toContainEqual(
      expect.objectContaining({
        incident,
        wants: 'answer',
        role: expect.objectContaining({ id: 'leader' }),
      }),
    );
    const answer = { action: 'answer', facts: { 'handled-at': 'scene' } };
    expect((await post('lee', `/api/incidents/${incident}/acts`, answer)).statusCode).toBe(200);
    expect(await prompts('lee')).toEqual([]);
    expect(await prompts('ora')).toMatchObject([{ wants: 'do', step: { id: 'dispatch' } }]);
  });

  test('is told, with its words, to who has something to do there, and to nobody else', async () => {
    const prompted = async (person: string) => {
      const { prompts } = (await api.ask(person, { url: '/api/prompts' })).json<Prompts>();
      return prompts.some((prompt) => prompt.incident === incident);
    };
    const told = async (person: string) => {
      const { notices } = (await api.ask(person, { url: '/api/notices' })).json<Notices>();
      return notices.filter((notice) => notice.incident === incident).map(({ text }) => text.zh);
    };
    expect([await prompted('lee'), await prompted('new')]).toEqual([true, false]);
    await report({ ...more, incident });
    expect(await told('lee')).toEqual(['这起警情又有人报警：“我看见小偷了”']);
    expect(await told('new')).toEqual([]);
    // A text that the standard protects was read, and that stands in the API's own log.
    expect((await engine.store.apiLog.read()).at(-1)).toMatchObject({
      kind: 'read-protected',
      data: { person: 'lee', incidents: expect.arrayContaining([incident]), what: 'notices' },
    });
  });

  test('joins once under its key', async () => {
    const first = await report({ ...more, incident }, 'once');
    const again = await report({ ...more, incident }, 'once');
    expect((again.json() as ReportTaken).report).toBe((first.json() as ReportTaken).report);
    expect((await view()).reports).toHaveLength(2);
  });

  test.each([
    ['nobody knows', 'ora', () => 'I20200101-000001'],
    ['the sender may not see', 'wes', () => incident],
  ])('is not taken for one that %s', async (_which, person, named) => {
    const answer = await report({ ...more, incident: named() }, undefined, person);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { code: 'invalid', errors: [{ pointer: '/incident' }] },
    ]);
  });

  test('begins an incident of its own where the other closes before the engine is back', async () => {
    // Of what fits no standard the one step is all.
    incident = ((await report({ ...stolen, facts: {} })).json() as ReportTaken).incident ?? '';
    const away = await runApi({ store: engine.store, release, clock });
    const url = '/api/reports';
    const body = { ...more, incident };
    const answer = await away.ask('ora', { method: 'POST', url, key: 'while-away', body });
    await away.app.close();
    const { report: id, pending } = answer.json() as ReportTaken;
    expect(pending).toBe(true);
    expect((await view()).reports).toMatchObject([{}, { id }]);
    expect((await doing('ora', 'sort')).statusCode).toBe(200);
    expect((await view()).closedAt).toBeDefined();
    const again = await report(body, 'while-away');
    expect(again.json()).toMatchObject({ report: id, incident: id.replace('R', 'I') });
    const refused = await report({ ...more, incident });
    expect([refused.statusCode, refused.json()]).toMatchObject([409, { code: 'incident-closed' }]);
  });
});

describe('the act that joins a report', () => {
  test('takes one that has no incident yet, with what it tells, once under its key', async () => {
    const id = await kept();
    const answer = await join(id, 'join-once');
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { receipt: { kind: 'join' } }]);
    const seen = await view();
    expect(seen.reports).toMatchObject([{}, { id, text: '我也看见了' }]);
    expect(factOf(seen, 'hurt')).toBe('yes');
    expect(seen.steps.find((step) => step.id === 'doctor')?.status).not.toBe('undecided');
    // The type that the report would have had by itself is no reason of the incident that it joined.
    expect(seen.decisions.map(({ outcome }) => outcome)).not.toContain('injury');
    expect(await engine.store.reports.get(id)).not.toHaveProperty('decision');
    expect(await engine.store.reports.get(id)).toMatchObject({ status: 'joined', incident });
    const again = await join(id, 'join-once');
    expect(again.json()).toMatchObject({ receipt: answer.json<{ receipt: object }>().receipt });
  });

  test('refuses one that has an incident of its own, and says what to do', async () => {
    const other = (await report(stolen)).json() as ReportTaken;
    const answer = await join(other.report);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      409,
      { code: 'report-has-incident', text: { en: expect.stringContaining('register a report') } },
    ]);
    expect((await view()).reports).toHaveLength(1);
  });

  test('refuses the report that the incident began with, and one that has joined', async () => {
    const own = await join(incident.replace('I', 'R'));
    expect([own.statusCode, own.json()]).toMatchObject([409, { code: 'report-joined' }]);
    const id = await kept();
    await join(id);
    expect((await join(id)).json()).toMatchObject({ code: 'report-joined' });
  });

  test('does not show what was told to another unit', async () => {
    const answer = await join(await kept('west', 'wes'));
    expect([answer.statusCode, answer.json()]).toMatchObject([
      400,
      { errors: [{ pointer: '/report' }] },
    ]);
  });

  test('leaves the report in the inbox where the engine refuses it', async () => {
    const id = await kept();
    // Of the unit, and without a role in the incident.
    const answer = await join(id, undefined, 'new');
    expect(answer.statusCode).not.toBe(200);
    const left = await engine.store.reports.get(id);
    expect([left?.status, left?.incident]).toEqual(['inbox', undefined]);
  });
});
