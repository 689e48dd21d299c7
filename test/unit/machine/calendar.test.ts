import { expect, it } from 'vitest';
import { compileTree } from '../../../src/compile/compile-tree.ts';
import { writeLocal } from '../../../src/model/write-moment.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';
import { startSimulation } from '../../../src/simulate/simulation.ts';
import type { Act } from '../../../src/model/act.ts';
import { sampleTree } from '../compile/sample-tree.ts';

const care = 'standards/procedures/care/procedure.yaml';
const { release } = compileTree(
  sampleTree({
    [care]: {
      steps: {
        visit: {
          due: { within: '3wd' },
          remind: ['half', '24h'],
          extend: { by: 'leader', to: '5wd', basis: 'assumed' },
        },
      },
    },
  }),
);
if (release === undefined) throw new Error('the sample does not compile');

const local = (at: number | undefined) =>
  at === undefined ? '' : writeLocal(at, 480).slice(5, 16);
const at = (moment: string) => Date.parse(`2026-${moment}+08:00`);

/** A visit within three working days of Monday 2 March at ten. */
async function visit() {
  const simulation = await startSimulation({
    release: release!,
    procedure: 'care',
    report: { report: 'r', at: at('03-02T10:00'), channel: '110', unit: 'u', facts: {} },
    registrar: scenarioActor('registrar', 'u'),
    nextUnits: [],
  });
  const { calendar } = simulation.state();
  const act = async (moment: string, deed: Act) => {
    await simulation.advance(at(moment));
    expect(await simulation.act(scenarioActor('leader', 'u'), deed)).toBeUndefined();
    return due();
  };
  const due = () => local(simulation.state().table.rows['visit']?.due);
  return {
    simulation,
    due,
    act,
    /** Publishes the calendar that it began with, with these days off too. */
    publish: (moment: string, ...days: readonly string[]) => {
      const holidays = [...calendar.holidays, ...days.map((day) => `2026-${day}`)].sort();
      const published = { ...calendar, holidays };
      return act(moment, { kind: 'publish-calendar', calendar: published, digest: days.join() });
    },
    reminders: () =>
      simulation
        .entries()
        .flatMap(({ at: told, data }) =>
          data.kind === 'reminded' ? [`${local(told)} of ${local(data.due)}`] : [],
        ),
  };
}

it('each calendar that is published moves the limit, and the reminders count anew from what is in force', async () => {
  const { simulation, due, publish, reminders } = await visit();
  expect(due()).toBe('03-06T00:00');
  expect(await publish('03-05T01:00', '03-05', '03-06')).toBe('03-10T00:00');
  expect(reminders()).toEqual(['03-04T05:00 of 03-06T00:00', '03-05T00:00 of 03-06T00:00']);
  expect(await publish('03-05T02:00')).toBe('03-06T00:00');
  // A reminder that was due before the limit was in force is told when the limit comes into force.
  await simulation.advance(at('03-05T02:30'));
  expect(reminders().slice(2)).toEqual(['03-05T02:00 of 03-06T00:00']);
  expect(await publish('03-05T03:00', '03-05', '03-06')).toBe('03-10T00:00');
  await simulation.advance(at('03-10T01:00'));
  expect(reminders().slice(3)).toEqual([
    '03-06T05:00 of 03-10T00:00',
    '03-09T00:00 of 03-10T00:00',
  ]);
  expect(simulation.state().table.rows['visit']?.lateAt).toBe(at('03-10T00:00') + 1);
});

it('a limit that was extended follows the calendar with the longer time', async () => {
  const { act, publish } = await visit();
  expect(await act('03-03T10:00', { kind: 'extend', step: 'visit' } as Act)).toBe('03-10T00:00');
  expect(await publish('03-04T01:00', '03-05', '03-06')).toBe('03-12T00:00');
  expect(await publish('03-04T02:00')).toBe('03-10T00:00');
});

it('a limit that is late stands, whatever calendar is published then', async () => {
  const { due, simulation, publish } = await visit();
  await simulation.advance(at('03-06T01:00'));
  expect(await publish('03-06T02:00', '03-05', '03-06')).toBe('03-06T00:00');
  expect(due()).toBe('03-06T00:00');
});
