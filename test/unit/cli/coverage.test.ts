import { expect, test } from 'vitest';
import { compileTree } from '../../../src/compile/compile-tree.ts';
import { coverageOf } from '../../../src/simulate/coverage.ts';
import { straightRun } from '../../../src/simulate/straight-run.ts';
import { sampleTree } from '../compile/sample-tree.ts';

const { release } = compileTree(sampleTree());
if (!release) throw new Error('the sample does not compile');
const at = '2026-03-02T09:00';

test.each(
  Object.keys(release.procedures).flatMap((id) => [false, true].map((late) => ({ id, late }))),
)(
  'a straight run of $id (late: $late) comes to its end without a refusal',
  async ({ id, late }) => {
    const { simulation, refused } = await straightRun(release, id, { at, late });
    expect(refused).toEqual([]);
    expect(simulation.state().table.closed).toBeDefined();
  },
);

test('a straight run of what fits no standard may leave it at that', async () => {
  const sort = { asks: ['right-type'] };
  const right = { ask: { zh: '类别', en: 'Type?' }, choice: 'standards' };
  const { release: asking, problems } = compileTree(
    sampleTree({
      'standards/procedures/unsorted/procedure.yaml': {
        facts: { 'right-type': right },
        steps: { sort },
      },
    }),
  );
  if (!asking) throw new Error(JSON.stringify(problems));
  const { simulation, refused } = await straightRun(asking, 'unsorted', { at, late: false });
  expect(refused).toEqual([]);
  expect(simulation.state().answers['right-type']).toBe('unsorted');
  expect(simulation.state().table.closed).toBeDefined();
});

test('a run in time reaches steps and no deadline, a late one their deadlines too', async () => {
  const reached = async (late: boolean) => {
    const { simulation } = await straightRun(release, 'theft', { at, late });
    const { steps, deadlines } = coverageOf(
      release,
      { entries: simulation.entries(), decisions: [] },
      (id) => id === 'theft',
    );
    return [steps, deadlines].map(({ unreached }) => unreached.map(({ step }) => step));
  };
  const [steps, deadlines] = await reached(false);
  expect(steps).toEqual(expect.arrayContaining(['entry', 'talk']));
  expect(steps).not.toContain('sign');
  expect(deadlines).toContain('sign');
  expect((await reached(true))[1]).not.toContain('sign');
});

test('a procedure that others start is given what they have decided, so that its limits by it are known', async () => {
  const visit = { due: { within: null, by: ['colour'], red: '1d', blue: '3d', white: '9d' } };
  const care = 'standards/procedures/care/procedure.yaml';
  const { release: coloured } = compileTree(sampleTree({ [care]: { steps: { visit } } }));
  if (!coloured) throw new Error('the changed sample does not compile');
  const { simulation } = await straightRun(coloured, 'care', { at, late: true });
  expect(simulation.state().answers['colour']).toBe('red');
  expect(simulation.state().table.rows['visit']?.lateBy).toBeGreaterThan(0);
});

test('a rule row is reached where it fired', () => {
  const decisions = [
    { ruleSet: 'sorting', because: [{ row: 'gone', because: { zh: '', en: '' }, basis: [] }] },
  ];
  const { rows } = coverageOf(release, { entries: [], decisions }, (id) => id === 'sorting');
  expect(rows).toEqual({ all: 2, unreached: [{ ruleSet: 'sorting', row: 'worth' }] });
});
