import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Act } from '../../src/model/act.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident } from './incident.ts';
import { replayed } from './replayed.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine([release], { timeSkipping: false });
});
afterAll(() => engine.stop());

const until = async (is: () => Promise<boolean>): Promise<void> => {
  for (let waited = 0; waited < 300 && !(await is().catch(() => false)); waited += 1) {
    await sleep(200);
  }
};

it('a procedure that is done and closed before its start is known to have worked is not started again', async () => {
  const incident = await startIncident(engine, {
    release,
    procedure: 'changed',
    id: 'starts-once',
    reportedAt: Date.now(),
  });
  const [care, gateway] = [`care:${incident.id}`, engine.gateway()];
  engine.losesStarts = true;
  const decides: Act = { kind: 'do', step: 'decide', facts: { injury: 'grave' }, evidence: [] };
  expect(await incident.act('officer', decides)).toMatchObject({ taken: true });
  await until(async () => (await engine.store.log.of(care)).length > 0);
  const does = (id: string, act: Act) => {
    const received = Date.now();
    const actor = scenarioActor('community', 'unit-a', { person: 'community' });
    const message = { id, digest: id, act, actor, happened: received, received, salt: 's' };
    return gateway.act(care, message);
  };
  const visit: Act = { kind: 'do', step: 'visit', facts: {}, evidence: [] };
  expect(await does('visits', visit)).toMatchObject({ taken: true });
  await until(async () => (await engine.store.log.of(care)).at(-1)?.data.kind === 'closed');
  engine.losesStarts = false;
  await until(async () => (await incident.view()).started.length > 0);
  expect((await incident.view()).started.map(({ id }) => id)).toEqual([care]);
  expect(await engine.store.log.of(`${care}~2`)).toEqual([]);
  expect(await replayed(engine, [incident.id])).toEqual([]);
});
