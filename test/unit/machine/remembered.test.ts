import { describe, expect, test } from 'vitest';
import { procedureMachine, type MachineEvent } from '../../../src/machine/procedure-machine.ts';
import { remembered } from '../../../src/machine/remembered.ts';
import { freshRow } from '../../../src/procedure/row-of.ts';
import type { ProcedureTable } from '../../../src/model/procedure-table.ts';
import type { StepRow } from '../../../src/model/step-row.ts';
import { smallSpec } from './small-release.ts';

const spec = smallSpec('second-person');
const [a = '', b = ''] = spec.order;
const pending = (kind: 'approve' | 'deviation') =>
  ({ kind, by: 'x', judge: 'leader' }) as unknown as StepRow['pending'] & object;
const rowsWith = (step: string, more: Partial<StepRow>): ProcedureTable['rows'] => ({
  ...Object.fromEntries(spec.order.map((id) => [id, freshRow(id)])),
  [a]: { ...freshRow(a), status: 'open' },
  [step]: { ...freshRow(step), status: 'open', ...more },
});
const table: ProcedureTable = {
  rows: rowsWith(a, {}),
  holds: [true, null],
  report: 0,
  tableKeys: {},
};
const done: MachineEvent = { type: 'do', step: a };

describe('a transition of a machine', () => {
  test('is computed once where the steps stand the same, whatever else the rows say', () => {
    const { transition } = procedureMachine(spec);
    const first = transition(table, done);
    const rows = rowsWith(a, { opened: 5, due: 9, occurrence: 3 });
    expect(transition({ ...table, rows, report: 7 }, { ...done })).toBe(first);
  });

  const others: readonly [string, ProcedureTable, MachineEvent][] = [
    ['status', { ...table, rows: rowsWith(b, { status: 'undecided' }) }, done],
    ['approval', { ...table, rows: rowsWith(a, { pending: pending('approve') }) }, done],
    ['deviation', { ...table, rows: rowsWith(a, { pending: pending('deviation') }) }, done],
    ['truth', { ...table, holds: [true, false] }, done],
    ['end', { ...table, closed: 4 }, done],
    ['event', table, { type: 'deviate', step: a }],
    ['step', table, { type: 'do', step: b }],
    ['telling of truths', table, { type: 'truths', holds: [true, null] }],
    ['telling of other truths', table, { type: 'truths', holds: [true, true] }],
  ];
  test.each(others)('is another with another %s', (_what, at, event) => {
    const { transition } = procedureMachine(spec);
    const before = [transition(table, done)];
    for (const [, otherAt, otherEvent] of others)
      if (otherAt !== at || otherEvent !== event) before.push(transition(otherAt, otherEvent));
    const found = transition(at, event);
    expect(before.some((each) => each === found)).toBe(false);
    expect(found).toEqual(procedureMachine(spec).transition(at, event));
  });
});

function counting() {
  let count = 0;
  const compute = remembered((at: number) => ({ at, count: (count += 1) }));
  return { compute, count: () => count };
}

test('what was remembered long ago makes room', () => {
  const { compute, count } = counting();
  for (let at = 0; at <= 300; at += 1) compute(at);
  compute(300);
  expect(count()).toBe(301);
  compute(0);
  expect(count()).toBe(302);
});

test('a broken invariant is not remembered', () => {
  let isBroken = true;
  const compute = remembered(() => {
    if (isBroken) throw new Error('broken');
    return { accepted: false };
  });
  expect(() => compute()).toThrow('broken');
  isBroken = false;
  expect(compute()).toEqual({ accepted: false });
});
