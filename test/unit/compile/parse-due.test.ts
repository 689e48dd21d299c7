import { describe, expect, it } from 'vitest';
import { compileTree } from '../../../src/compile/compile-tree.ts';
import { sampleTree } from './sample-tree.ts';

const theft = 'standards/01-theft/standard.yaml';

function dueOf(due: unknown, basis: unknown = 'practice') {
  const steps = {
    look: { due: null },
    more: { title: { zh: '某', en: 'x' }, by: 'handler', due, basis },
  };
  const { release, problems } = compileTree(
    sampleTree({ [theft]: { steps: { ...steps, look: {} } } }),
  );
  expect(problems).toEqual([]);
  return release!.procedures['theft']!.steps['more']!.due;
}

const minutes = (count: number) => ({ kind: 'exact', milliseconds: count * 60_000 });

describe('a due', () => {
  it('in short form counts from a step, an anchor or the report, on the basis of the duty where that is no law', () => {
    expect(dueOf('5m after report')).toEqual({
      anchor: { kind: 'report' },
      limit: minutes(5),
      custody: false,
      basis: ['practice'],
    });
    expect(dueOf('5m after met', 'assumed')).toMatchObject({
      anchor: { kind: 'anchor', anchor: 'met' },
      basis: ['assumed'],
    });
    expect(dueOf('5m after look')?.anchor).toEqual({ kind: 'step', step: 'look' });
  });

  it('at once is the grace, which rests on what the settings rest on', () => {
    expect(dueOf('at once after look', 'law-1')).toMatchObject({
      limit: { kind: 'grace' },
      basis: ['assumed'],
    });
    expect(dueOf({ within: 'at once', after: 'look', basis: 'law-1' }, 'law-1')?.basis).toEqual([
      'law-1',
    ]);
  });

  it('without a start counts from the opening', () => {
    expect(dueOf({ within: '5m', basis: 'assumed' })?.anchor).toEqual({ kind: 'opening' });
  });

  it('keeps that it holds a person', () => {
    expect(dueOf({ within: '3d', after: 'report', custody: true, basis: 'law-1' })).toMatchObject({
      limit: { kind: 'days', days: 3 },
      custody: true,
    });
  });

  it('by one fact or two has a cell for every pair of values', () => {
    expect(
      dueOf({ by: ['hurt'], after: 'report', basis: 'assumed', yes: '5m', no: '1d' })?.limit,
    ).toEqual({
      kind: 'table',
      by: ['hurt'],
      cells: { yes: minutes(5), no: { kind: 'days', days: 1 } },
    });
    const table = {
      by: ['zone', 'hurt'],
      after: 'report',
      basis: 'assumed',
      town: '5m',
      land: { yes: '6m', no: '7m' },
    };
    expect(dueOf(table)?.limit).toMatchObject({
      cells: {
        'town/yes': minutes(5),
        'town/no': minutes(5),
        'land/yes': minutes(6),
        'land/no': minutes(7),
      },
    });
  });
});
