import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../src/model/act.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident } from './incident.ts';

const answer = (times: number): Act => ({ kind: 'answer', facts: { plate: `A${times}` } });

describe.each([
  ['a real server', { timeSkipping: false }],
  ['the server that skips time', { timeSkipping: true }],
])('a procedure that continues as new after every third act, on %s', (_server, options) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine([release], options);
  });
  afterAll(() => engine.stop());

  const begin = async (id: string) => {
    const reportedAt = await engine.env.currentTimeMs();
    return startIncident(engine, { release, procedure: 'joining', id, reportedAt, actsPerRun: 3 });
  };

  it('goes on across runs: acts one after the other are all taken, in one chain', async () => {
    const incident = await begin('one-after-the-other');
    const first = await incident.runId();
    for (let times = 1; times <= 20; times += 1) {
      expect(await incident.act('officer', answer(times))).toMatchObject({
        taken: true,
        fresh: true,
      });
    }
    expect(await incident.runId()).not.toBe(first);
    expect((await incident.view()).answers['plate']).toBe('A20');
    const entries = await incident.entries();
    expect(verifyChain(entries)).toBeUndefined();
    expect(entries.filter(({ data }) => data.kind === 'act')).toHaveLength(20);
  });

  it('gives the same act the same receipt in a later run', async () => {
    const incident = await begin('the-same-act');
    const taken = await incident.act('officer', answer(1), { id: 'act-of-the-first-run' });
    for (let times = 2; times <= 8; times += 1) await incident.act('officer', answer(times));
    const again = await incident.act('officer', answer(1), { id: 'act-of-the-first-run' });
    expect(again).toMatchObject({
      taken: true,
      fresh: false,
      receipt: taken.taken ? taken.receipt : {},
    });
    expect((await incident.view()).answers['plate']).toBe('A8');
    const other = await incident.act('officer', answer(9), { id: 'act-of-the-first-run' });
    expect(other).toMatchObject({ taken: false, refusal: { code: 'key-reused' } });
  });

  it('counts an act that is sent again and again for the length of a run: it is in the history each time', async () => {
    const incident = await begin('again-and-again');
    const first = await incident.runId();
    const act = () => incident.act('officer', answer(1), { id: 'the-act' });
    expect(await act()).toMatchObject({ taken: true, fresh: true });
    for (let times = 2; times <= 8; times += 1)
      expect(await act()).toMatchObject({ taken: true, fresh: false });
    expect(await incident.runId()).not.toBe(first);
    const acts = (await incident.entries()).filter(({ data }) => data.kind === 'act');
    expect(acts).toHaveLength(1);
  });

  it('takes acts that come at the same time, each once', async () => {
    const incident = await begin('at-the-same-time');
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, times) => incident.act('officer', answer(times))),
    );
    expect(outcomes.filter(({ taken }) => taken)).toHaveLength(30);
    const entries = await incident.entries();
    expect(verifyChain(entries)).toBeUndefined();
    expect(entries.filter(({ data }) => data.kind === 'act')).toHaveLength(30);
  });
});

describe('on a real server, while runs follow each other', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine([release], { timeSkipping: false });
  });
  afterAll(() => engine.stop());

  it('answers every act and every question, with effects and writing under way', async () => {
    const incident = await startIncident(engine, {
      release,
      procedure: 'loss',
      id: 'busy',
      reportedAt: Date.now() - 60_000,
      facts: { item: 'lost', 'handled-at': 'desk', zone: 'town', channel: '110' },
      actsPerRun: 1,
    });
    const doing = (step: string, facts = {}): Act => ({ kind: 'do', step, facts, evidence: [] });
    const looking = Array.from({ length: 40 }, () => incident.view());
    const acts = [
      ['desk-officer', doing('enter')],
      ['desk-officer', doing('talk', { 'child-present': 'yes' })],
      ['desk-officer', doing('screen', { 'screened-as': 'stolen' })],
      ['leader', { kind: 'reject', note: 'no' }],
      ['desk-officer', doing('guardian')],
      ['desk-officer', doing('first-feedback')],
      ['desk-officer', doing('tell')],
    ] as const;
    for (const [role, act] of acts) {
      // Steps of a standard that is put beside or in place come a moment later.
      let outcome = await incident.act(role, act);
      for (let waited = 0; waited < 50 && !outcome.taken; waited += 1) {
        await sleep(100);
        outcome = await incident.act(role, act);
      }
      expect(outcome).toMatchObject({ taken: true });
      looking.push(...Array.from({ length: 10 }, () => incident.view()));
    }
    await Promise.all(looking);
    const { procedure, beside } = await incident.view();
    expect([procedure, ...beside]).toEqual(['loss', 'minor']);
    expect(verifyChain(await incident.entries())).toBeUndefined();
  });
});
