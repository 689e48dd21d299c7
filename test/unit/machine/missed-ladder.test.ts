import { expect, it } from 'vitest';
import type { Act } from '../../../src/model/act.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';
import { startSimulation } from '../../../src/simulate/simulation.ts';
import { smallRelease } from './small-release.ts';

const minute = 60_000;

it('climbs on over occurrences that are missed, each rung once, until one is done', async () => {
  const simulation = await startSimulation({
    release: smallRelease,
    procedure: 'guard',
    report: { report: 'r', at: 0, channel: '110', unit: 'u', facts: {} },
    registrar: scenarioActor('registrar', 'u'),
    nextUnits: [],
  });
  const act = async (at: number, step: string): Promise<void> => {
    await simulation.advance(at * minute);
    const deed: Act = { kind: 'do', step, facts: {}, evidence: [] };
    expect(await simulation.act(scenarioActor('officer', 'u'), deed)).toBeUndefined();
  };
  await act(0, 'begin');
  await act(17, 'check');
  await simulation.advance(45 * minute);
  const climbed = simulation
    .entries()
    .flatMap(({ at, data }) =>
      data.kind === 'rung' ? [`${data.rung} ${Math.floor(at / minute)}`] : [],
    );
  // Every four minutes: each that is missed tells the leader. Ten minutes after the first that was missed the centre is
  // told; done at 17 it starts anew with the one that is missed at 24.
  expect(climbed).toEqual([
    'leader 4',
    'leader 8',
    'leader 12',
    'centre 14',
    'leader 16',
    'leader 24',
    'leader 28',
    'leader 32',
    'centre 34',
    'leader 36',
    'leader 40',
    'leader 44',
  ]);
});
