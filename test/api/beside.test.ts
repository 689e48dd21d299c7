import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorOf } from '../../src/api/access/actor-of.ts';
import { buildUnitTree } from '../../src/api/access/unit-tree.ts';
import { indexRelease } from '../../src/api/release/release-index.ts';
import type { IncidentView } from '../../src/contract/incident-contract.ts';
import type { Prompts } from '../../src/contract/prompt-contract.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import { compileTree } from '../../src/compile/compile-tree.ts';
import type { Release } from '../../src/model/release.ts';
import { mergeSpecs } from '../../src/procedure/merge-specs.ts';
import { canClose, possibleActs } from '../../src/procedure/possible-acts.ts';
import { startEngine, type Engine } from '../temporal/engine.ts';
import { sampleTree } from '../unit/compile/sample-tree.ts';
import { apiOnEngine } from './api-on-engine.ts';
import { people, roles, units } from './bureau.ts';
import type { RunningApi } from './running-api.ts';

const assumed = { basis: 'assumed' };
const check = {
  title: { zh: '核对', en: 'Check' },
  by: 'handler',
  basis: 'practice',
  due: { within: '1h', after: 'met', ...assumed },
};

// Theft may leave the step out; injury asks for the step, two officers and an agreement.
function release(): Release {
  const { release, problems } = compileTree(
    sampleTree({
      'standards/01-theft/standard.yaml': {
        steps: { check: { ...check, optional: true, after: 'met' } },
      },
      'standards/02-injury/standard.yaml': {
        facts: { deep: { ask: { zh: '深吗', en: 'Deep?' }, choice: 'yes-no' } },
        steps: {
          check: {
            ...check,
            after: 'met',
            asks: ['deep'],
            crew: { officers: 2 },
            approve: { by: 'leader' },
          },
        },
      },
    }),
  );
  if (!release) throw new Error(JSON.stringify(problems));
  return release;
}

let engine: Engine;
let api: RunningApi;
let incident: string;

beforeAll(async () => {
  const made = release();
  engine = await startEngine([made], { timeSkipping: false });
  api = await apiOnEngine(engine, made);
  const body = { channel: '110', text: '被偷了', handledAt: 'scene', facts: { stolen: 'yes' } };
  const taken = await post('ora', '/api/reports', 'r1', body);
  incident = taken.json<ReportTaken>().incident ?? '';
  await done('ora', 'dispatch');
  await done('sam', 'sign', { equipment: ['camera'] });
  await done('sam', 'arrive', { evidence: [{ kind: 'photo', reference: '1' }] });
}, 120_000);
afterAll(async () => {
  await api.app.close();
  await engine.stop();
});

let keys = 0;
const post = (person: string, url: string, key: string, body: object) =>
  api.ask(person, { method: 'POST', url, key, body });
const act = (person: string, step: string, body: object) =>
  post(person, `/api/incidents/${incident}/steps/${step}`, `k${(keys += 1)}`, body);
async function done(person: string, step: string, body: object = {}): Promise<void> {
  const answer = await act(person, step, { action: 'do', ...body });
  expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
}
const view = async (person: string) =>
  (await api.ask(person, { url: `/api/incidents/${incident}` })).json<IncidentView>();

// Compares what the engine itself would refuse, asked of its own state and spec, with what the page offers.
async function offersWhatIsTaken(): Promise<void> {
  const state = await engine.gateway().view(incident);
  const { procedures } = api.release;
  const spec = mergeSpecs([state.procedure, ...state.beside].map((id) => procedures[id]!));
  const active = people.filter((person) => person.active);
  for (const person of active.filter(({ unit }) => ['east', 'sub'].includes(unit))) {
    const actor = actorOf(person, indexRelease(api.release, roles).roles, {
      tree: buildUnitTree(units),
      people: active,
    });
    const seen = await view(person.id);
    const offered = seen.steps.map(({ id, can }) => [person.id, id, can]);
    const taken = seen.steps.map(({ id }) => [person.id, id, possibleActs(spec, state, actor, id)]);
    expect(offered).toEqual(taken);
    expect([person.id, seen.closing.can]).toEqual([person.id, canClose(spec, state, actor)]);
  }
}
const stepOf = ({ steps }: IncidentView, id: string) => steps.find((step) => step.id === id);

test('a step that two standards share is shown as the stricter of them, wherever it is shown', async () => {
  expect(stepOf(await view('sam'), 'check')).toMatchObject({ optional: true, facts: [] });
  await done('sam', 'look', {
    facts: { value: 50, hurt: 'yes' },
    evidence: [
      { kind: 'photo', reference: '1' },
      { kind: 'statement', reference: '2' },
    ],
  });
  await expect
    .poll(async () => (await view('sam')).beside.map(({ id }) => id), { timeout: 20_000 })
    .toEqual(['injury']);
  await offersWhatIsTaken();
  const shared = { optional: false, crew: 2, facts: [{ id: 'deep', required: true }] };
  expect(stepOf(await view('sam'), 'check')).toMatchObject(shared);
  const { prompts } = (await api.ask('sam', { url: '/api/prompts' })).json<Prompts>();
  expect(prompts.find(({ step }) => step.id === 'check')?.step).toMatchObject(shared);
});

test('closing is shown as possible only where the engine closes', async () => {
  await done('lee', 'look', { action: 'agree' });
  await done('sam', 'first');
  await done('sam', 'second');
  await done('sam', 'third', { facts: { result: 'won' } });
  await done('sam', 'doctor', { action: 'deviate', reason: 'unsafe' });
  await done('lee', 'doctor', { action: 'agree' });
  const seen = await view('sam');
  expect(seen.closing).toMatchObject({ can: false, open: ['check'] });
  expect(stepOf(seen, 'close')).toMatchObject({
    status: 'open',
    can: [],
    waitingFor: [{ id: 'check', title: check.title }],
  });
  const { prompts } = (await api.ask('sam', { url: '/api/prompts' })).json<Prompts>();
  expect(prompts.find(({ step }) => step.id === 'close')?.step).toMatchObject({
    can: [],
    waitingFor: [{ id: 'check' }],
  });
  const closing = await post('sam', `/api/incidents/${incident}/close`, 'c1', {});
  expect([closing.statusCode, closing.json()]).toMatchObject([409, { open: ['check'] }]);
  await offersWhatIsTaken();
  await done('sam', 'check', { facts: { deep: 'no' }, crew: 2 });
  expect((await view('sam')).closing).toMatchObject({ can: false, open: ['check'] });
  expect(stepOf(await view('lee'), 'check')?.can).toContain('agree');
  await done('lee', 'check', { action: 'agree' });
  expect((await view('sam')).closing.can).toBe(true);
  await offersWhatIsTaken();
});

test('after a change of standard the page offers what the engine takes, also of what is left', async () => {
  const url = `/api/incidents/${incident}/acts`;
  const change = { action: 'switch', to: 'injury', note: '有人受伤' };
  expect((await post('sam', url, 'w1', change)).statusCode).toBe(200);
  await offersWhatIsTaken();
  expect((await view('lee')).pendingSwitch?.mayJudge).toBe(true);
  expect((await view('sam')).pendingSwitch?.mayJudge).toBe(false);
  expect((await post('lee', url, 'w2', { action: 'agree-switch' })).statusCode).toBe(200);
  await expect
    .poll(async () => (await view('sam')).standard.id, { timeout: 20_000 })
    .toBe('injury');
  // A step of the standard before is done, and nothing can be done to it any more.
  expect(stepOf(await view('lee'), 'look')).toMatchObject({ status: 'done', can: [] });
  await offersWhatIsTaken();
});
