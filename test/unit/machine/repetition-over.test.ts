import { expect, it } from 'vitest';
import type { Act } from '../../../src/model/act.ts';
import type { StepRow } from '../../../src/model/step-row.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';
import { startSimulation, type Simulation } from '../../../src/simulate/simulation.ts';
import { smallRelease } from './small-release.ts';

const rounds = (): Promise<Simulation> =>
  startSimulation({
    release: smallRelease,
    procedure: 'rounds',
    report: { report: 'r', at: 0, channel: '110', unit: 'u', facts: {} },
    registrar: scenarioActor('registrar', 'u'),
    nextUnits: [],
  });
const officer = scenarioActor('officer', 'u');
const found = (value: 'yes' | 'no'): Act => ({ kind: 'answer', facts: { 'item-found': value } });
const begin: Act = { kind: 'do', step: 'begin', facts: {}, evidence: [] };
const look = (simulation: Simulation): StepRow | undefined => simulation.state().table.rows['look'];

it('a repeating step whose end has come before it opens is not needed, and nobody has done it', async () => {
  const simulation = await rounds();
  expect(await simulation.act(officer, found('yes'))).toBeUndefined();
  expect(await simulation.act(officer, begin)).toBeUndefined();
  expect(look(simulation)).toMatchObject({ status: 'not-needed' });
  expect(look(simulation)?.occurrences).toBeUndefined();
});

it('it opens with its first occurrence when that end turns out not to have come', async () => {
  const simulation = await rounds();
  for (const act of [found('yes'), begin, found('no')]) {
    expect(await simulation.act(officer, act)).toBeUndefined();
  }
  expect(look(simulation)).toMatchObject({ status: 'open', occurrence: 1 });
});

it('one that was released between two occurrences has no occurrence twice', async () => {
  const simulation = await rounds();
  const done: Act = { kind: 'do', step: 'look', facts: { 'item-found': 'no' }, evidence: [] };
  for (const act of [begin, done, found('yes'), found('no')]) {
    expect(await simulation.act(officer, act)).toBeUndefined();
    await simulation.advance(simulation.now() + 60_000);
  }
  const numbers = look(simulation)?.occurrences?.map(({ occurrence }) => occurrence) ?? [];
  expect(numbers).toEqual([...new Set(numbers)]);
});
