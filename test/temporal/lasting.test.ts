import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../src/model/act.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import type { Unfinished } from '../../workflows/messages.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident, type Incident } from './incident.ts';
import { replayed } from './replayed.ts';

const minute = 60_000;
// A minute of the domain is a second of the server's.
const factor = 60;
const doing = (step: string, facts = {}): Act => ({ kind: 'do', step, facts, evidence: [] });

describe('what is acknowledged lasts', () => {
  let engine: Engine;
  let begun = 0;
  beforeAll(async () => {
    engine = await startEngine([release], { timeSkipping: false });
  });
  afterEach(async () => {
    engine.storeIsAway = false;
    await engine.endRunning();
  });
  afterAll(() => engine.stop());

  const begin = async (procedure: string): Promise<Incident> => {
    begun += 1;
    const now = Date.now();
    const clock = { wallOrigin: now, domainOrigin: now, factor };
    return startIncident(engine, {
      release,
      procedure,
      id: `lasting-${begun}`,
      reportedAt: now,
      clock,
    });
  };
  /** Waits until something is so: a loaded machine takes its time. */
  const until = async (is: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; waited < 200 && !(await is()); waited += 1) await sleep(200);
  };
  const unfinished = (incident: Incident): Promise<Unfinished> =>
    incident.gateway.unfinished(incident.id);

  it('does not close while a standard that has just become needed is being put beside', async () => {
    const now = Date.now();
    const incident = await startIncident(engine, {
      release,
      procedure: 'loss',
      id: 'lasting-beside',
      reportedAt: now,
      facts: { 'handled-at': 'phone', item: 'lost' },
    });
    const steps = ['pick-up', 'first-feedback', 'call-back', 'tell-by-phone', 'second-feedback'];
    for (const step of [...steps, 'search', 'third-feedback']) {
      expect(await incident.act('phone-officer', doing(step))).toMatchObject({ taken: true });
    }
    const screened = doing('screen', { 'screened-as': 'lost' });
    expect(await incident.act('phone-officer', screened)).toMatchObject({ taken: true });
    const child: Act = { kind: 'answer', facts: { 'child-present': 'yes' } };
    const [answered, closed] = await Promise.all([
      incident.act('phone-officer', child),
      sleep(1).then(() => incident.act('phone-officer', { kind: 'close' })),
    ]);
    expect(answered).toMatchObject({ taken: true });
    expect(closed).toMatchObject({ taken: false, refusal: { code: 'steps-open' } });
    expect((await incident.view()).beside).toEqual(['minor']);
  });

  it('takes the same act once, however often it is sent', async () => {
    const incident = await begin('facts');
    const act = doing('look', { injury: 'none', name: '张三' });
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => incident.act('officer', act, { id: 'the-same' })),
    );
    const receipts = outcomes.map((outcome) => (outcome.taken ? outcome.receipt : undefined));
    expect(receipts[0]).toBeDefined();
    expect(receipts).toEqual([receipts[0], receipts[0], receipts[0]]);
    const entries = await incident.entries();
    expect(entries.filter(({ data }) => data.kind === 'act')).toHaveLength(1);
  });

  it('takes one of two acts on the same step, and tells the other who was first', async () => {
    const incident = await begin('facts');
    const outcomes = await Promise.all(
      ['officer-1', 'officer-2'].map((person) =>
        incident.act('officer', doing('look', { injury: 'none', name: '张三' }), { person }),
      ),
    );
    const [taken] = outcomes.filter((outcome) => outcome.taken);
    const [refused] = outcomes.filter((outcome) => !outcome.taken);
    expect(refused).toMatchObject({
      refusal: { code: 'step-not-open', doneBy: taken?.taken === true ? taken.receipt.by : '' },
    });
  });

  it('loses nothing when the worker is stopped in the middle', async () => {
    const incident = await begin('facts');
    await incident.act('officer', doing('look', { injury: 'minor', name: '张三' }));
    const before = await incident.view();
    await engine.restartWorker();
    expect(await incident.view()).toEqual(before);
    expect(await incident.act('officer', doing('doctor'))).toMatchObject({ taken: true });
    expect(verifyChain(await incident.entries())).toBeUndefined();
  });

  it('takes an act that was sent while no worker was there, once one is', async () => {
    const incident = await begin('facts');
    const [, outcome] = await Promise.all([
      engine.restartWorker(),
      incident.act('officer', doing('look', { injury: 'none', name: '张三' })),
    ]);
    expect(outcome).toMatchObject({ taken: true });
  });

  it('rings after a restart: what was due meanwhile is late, and escalates', async () => {
    const incident = await begin('ladder');
    await engine.restartWorker();
    await until(
      async () => (await incident.view()).table.rows['go']?.fired.includes('rung:send') === true,
    );
    const { table, priority } = await incident.view();
    const due = table.report + 10 * minute;
    expect(table.rows['go']).toMatchObject({ status: 'open', due, lateAt: due + 1 });
    expect(table.rows['go']?.fired.slice(0, 5)).toEqual([
      'remind:0',
      'remind:1',
      'late',
      'rung:raise',
      'rung:send',
    ]);
    expect(priority).toBeLessThan(3);
  });

  it('goes on with acts and limits while the store is away, and writes it all down later', async () => {
    const incident = await begin('ladder');
    engine.storeIsAway = true;
    // The workflow is trying to write when more comes about.
    await sleep(11_000);
    expect(await incident.act('officer', doing('tidy'))).toMatchObject({ taken: true });
    await until(
      async () => (await incident.view()).table.rows['go']?.fired.includes('late') === true,
    );
    await sleep(5000);
    expect((await unfinished(incident)).unstored).toBeGreaterThan(0);
    const { historyLength } = await engine.client.workflow.getHandle(incident.id).describe();
    expect(historyLength).toBeLessThan(90);
    engine.storeIsAway = false;
    await until(async () => (await unfinished(incident)).unstored === 0);
    const stored = await engine.store.log.of(incident.id);
    expect(stored.length).toBe((await incident.view()).head.seq);
    expect(verifyChain(stored)).toBeUndefined();
  }, 120_000);

  it('writes down what is started while the store is away, once it is back', async () => {
    const incident = await begin('joining');
    engine.storeIsAway = true;
    await incident.act('officer', doing('note', { plate: '京D22222' }));
    await sleep(1000);
    expect((await unfinished(incident)).effects).toHaveLength(1);
    engine.storeIsAway = false;
    await until(async () => (await incident.view()).started.length > 0);
    const [{ id } = { id: '' }] = (await incident.view()).started;
    engine.running.add(id);
    const stored = await engine.store.log.of(id);
    expect(stored).toHaveLength((await engine.gateway().view(id)).head.seq);
    expect(verifyChain(stored)).toBeUndefined();
  });

  it('keeps what could not be done outside, says so, and does it once later', async () => {
    const incident = await begin('changed');
    engine.storeIsAway = true;
    expect(await incident.act('officer', doing('decide', { injury: 'grave' }))).toMatchObject({
      taken: true,
    });
    await until(async () => ((await unfinished(incident)).effects[0]?.failures ?? 0) > 0);
    expect((await unfinished(incident)).effects).toContainEqual({
      key: `start/decide/1/care:${incident.id}`,
      failures: 1,
    });
    await engine.restartWorker();
    const another: Act = { kind: 'answer', facts: { injury: 'minor' } };
    expect(await incident.act('officer', another)).toMatchObject({ taken: true });
    engine.storeIsAway = false;
    await until(async () => (await incident.view()).started.length > 0);
    await until(async () => (await unfinished(incident)).effects.length === 0);
    const { started } = await incident.view();
    expect(started).toHaveLength(1);
    for (const { id } of started) engine.running.add(id);
    await until(async () => (await unfinished(incident)).unstored === 0);
    const told = (await incident.entries()).flatMap(({ data }) =>
      data.kind === 'starts' || ('effect' in data && data.effect.kind === 'start')
        ? [data.kind]
        : [],
    );
    expect(told).toEqual(['effect-asked', 'effect-failed', 'starts']);
    expect(await replayed(engine, [incident.id])).toEqual([]);
  });

  it('serves the same incidents with a second worker', async () => {
    await engine.addWorker();
    const incidents = await Promise.all(['facts', 'facts', 'facts', 'facts'].map(begin));
    const outcomes = await Promise.all(
      incidents.map((incident) =>
        incident.act('officer', doing('look', { injury: 'minor', name: '李四' })),
      ),
    );
    expect(outcomes.map(({ taken }) => taken)).toEqual([true, true, true, true]);
    const next = await Promise.all(
      incidents.map((incident) => incident.act('officer', doing('doctor'))),
    );
    expect(next.map(({ taken }) => taken)).toEqual([true, true, true, true]);
    await engine.restartWorker();
  });

  it('runs by a demonstration clock: at sixty to one, ten minutes pass in ten seconds', async () => {
    const incident = await begin('ladder');
    const wall = Date.now();
    await until(async () => (await incident.view()).table.rows['go']?.lateAt !== undefined);
    expect(Date.now() - wall).toBeGreaterThan(8000);
    const { table } = await incident.view();
    expect(table.rows['go']?.lateAt).toBe(table.report + 10 * minute + 1);
  });

  it('starts one procedure for all incidents with the same answer, and another when that has ended', async () => {
    const plate = '京C11111';
    const note = doing('note', { plate });
    const [first, second] = [await begin('joining'), await begin('joining')];
    await first.act('officer', note);
    await second.act('officer', note);
    const started = async (incident: Incident): Promise<string> => {
      await until(async () => (await incident.view()).started.length > 0);
      return (await incident.view()).started[0]?.id ?? 'nothing';
    };
    const id = await started(first);
    expect(await started(second)).toBe(id);
    engine.running.add(id);
    const item = await engine.gateway().view(id);
    expect(item.reports).toHaveLength(2);
    expect(item.answers['plate']).toBe(plate);
    const watched = await engine.gateway().act(id, {
      id: 'watched',
      digest: 'watched',
      act: doing('watch'),
      actor: scenarioActor('leader', 'unit-a'),
      happened: Date.now(),
      received: Date.now(),
      salt: 'salt',
    });
    expect(watched).toMatchObject({ taken: true });
    const third = await begin('joining');
    await third.act('officer', note);
    expect(await started(third)).toBe(`${id}~2`);
    engine.running.add(`${id}~2`);
  });
});
