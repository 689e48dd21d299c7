import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act, ActMessage } from '../../src/model/act.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident, type Incident } from './incident.ts';

const doing = (step: string, facts = {}): Act => ({ kind: 'do', step, facts, evidence: [] });
const acts: readonly Act[] = [
  ...['pick-up', 'first-feedback', 'call-back', 'tell-by-phone', 'second-feedback'].map((step) =>
    doing(step),
  ),
  { kind: 'answer', facts: { 'child-present': 'no' } },
  ...['search', 'third-feedback'].map((step) => doing(step)),
  doing('screen', { 'screened-as': 'lost' }),
];

describe('a verdict that comes along', () => {
  let engine: Engine;
  let begun = 0;
  beforeAll(async () => {
    engine = await startEngine([release], { timeSkipping: false });
  });
  afterAll(async () => {
    await engine.endRunning();
    await engine.stop();
  });

  const begin = (foresees: boolean): Promise<Incident> => {
    begun += 1;
    return startIncident(engine, {
      release,
      procedure: 'loss',
      id: `foreseen-${begun}`,
      reportedAt: Date.now(),
      facts: { 'handled-at': 'phone', item: 'lost' },
      foresees,
    });
  };
  /** The number of times that the workflow stopped to ask. */
  const asked = async ({ id }: Incident): Promise<number> => {
    const { events = [] } = await engine.client.workflow.getHandle(id).fetchHistory();
    return events?.filter((event) => event.markerRecordedEventAttributes).length ?? 0;
  };
  const doAll = async (incident: Incident): Promise<void> => {
    for (const act of acts) {
      expect(await incident.act('phone-officer', act)).toMatchObject({ taken: true });
    }
  };
  const decided = async (incident: Incident) => {
    const { answers, decisions, table } = await incident.view();
    const statuses = Object.values(table.rows).map(({ step, status }) => [step, status]);
    return { answers, decisions, holds: table.holds, statuses };
  };

  it('spares the workflow its question, and comes to the same', async () => {
    const [foreseen, plain] = [await begin(true), await begin(false)];
    await doAll(foreseen);
    await doAll(plain);
    expect(await decided(foreseen)).toEqual(await decided(plain));
    expect(await asked(plain)).toBeGreaterThan(2);
    expect(await asked(foreseen)).toBe(0);
  });

  it('is found again by a worker that has nothing in memory', async () => {
    const incident = await begin(true);
    await doAll(incident);
    const before = await incident.view();
    await engine.restartWorker();
    expect(await incident.view()).toEqual(before);
  });

  it('is not taken where the workflow asks something else', async () => {
    const incident = await begin(true);
    const before = await asked(incident);
    const now = Date.now();
    const message: ActMessage = {
      id: 'another-question',
      digest: 'another-question',
      act: { kind: 'answer', facts: { 'child-present': 'no' } },
      actor: scenarioActor('phone-officer', 'unit-a'),
      happened: now,
      received: now,
      salt: 'salt',
      foreseen: {
        question: '0'.repeat(64),
        verdict: { holds: release.procedures['loss']!.conditions.map(() => true), decisions: [] },
      },
    };
    const outcome = await engine.gateway({ foresees: false }).act(incident.id, message);
    expect(outcome).toMatchObject({ taken: true });
    const plain = await begin(false);
    await plain.act('phone-officer', message.act);
    expect(await decided(incident)).toEqual(await decided(plain));
    expect(await asked(incident)).toBeGreaterThan(before);
  });
});
