import { expect, test } from 'vitest';
import { remembered } from '../../../src/machine/remembered.ts';
import type { MachineEvent, Transition } from '../../../src/machine/transit.ts';
import type { ProcedureTable } from '../../../src/model/procedure-table.ts';
import type { StepRow } from '../../../src/model/step-row.ts';

const row = (step: string, more: Partial<StepRow> = {}): StepRow => ({
  step,
  status: 'open',
  occurrence: 1,
  fired: [],
  ...more,
});
const pending = (kind: 'approve' | 'deviation') =>
  ({ kind, by: 'a', judge: 'leader' }) as unknown as StepRow['pending'] & object;
const table: ProcedureTable = {
  rows: { a: row('a'), b: row('b', { status: 'waiting' }) },
  holds: [true, null],
  report: 0,
  tableKeys: {},
};
const done: MachineEvent = { type: 'do', step: 'a' };

function counting() {
  let count = 0;
  const transition = remembered(['a', 'b'], (): Transition => {
    count += 1;
    return { accepted: true, statuses: { a: 'done' }, closed: false };
  });
  return { transition, count: () => count };
}

test('the same event where the steps stand the same is computed once, whatever else the rows say', () => {
  const { transition, count } = counting();
  const first = transition(table, done);
  const rows = { ...table.rows, a: row('a', { opened: 5, due: 9, occurrence: 3 }) };
  expect(transition({ ...table, rows, report: 7 }, { ...done })).toBe(first);
  expect(count()).toBe(1);
});

const others: readonly [string, ProcedureTable, MachineEvent][] = [
  ['status', { ...table, rows: { ...table.rows, b: row('b', { status: 'undecided' }) } }, done],
  [
    'approval asked for',
    { ...table, rows: { ...table.rows, a: row('a', { pending: pending('approve') }) } },
    done,
  ],
  [
    'deviation asked for',
    { ...table, rows: { ...table.rows, a: row('a', { pending: pending('deviation') }) } },
    done,
  ],
  ['truth', { ...table, holds: [true, false] }, done],
  ['end', { ...table, closed: 4 }, done],
  ['event', table, { type: 'deviate', step: 'a' }],
  ['step', table, { type: 'do', step: 'b' }],
  ['truths told', table, { type: 'truths', holds: [true, null] }],
  ['other truths told', table, { type: 'truths', holds: [true, true] }],
];
test.each(others)('another %s is another transition', (_what, other, event) => {
  const { transition, count } = counting();
  transition(table, done);
  for (const [, at, told] of others) if (at !== other || told !== event) transition(at, told);
  const before = count();
  transition(other, event);
  expect(count()).toBe(before + 1);
});

test('what was remembered long ago makes room', () => {
  const { transition, count } = counting();
  const away = (at: number) => ({ ...table, holds: Array.from({ length: at }, () => true) });
  for (let at = 0; at <= 300; at += 1) transition(away(at), done);
  transition(away(300), done);
  expect(count()).toBe(301);
  transition(away(0), done);
  expect(count()).toBe(302);
});

test('a broken invariant is not remembered', () => {
  let isBroken = true;
  const transition = remembered(['a'], () => {
    if (isBroken) throw new Error('broken');
    return { accepted: false };
  });
  expect(() => transition(table, done)).toThrow('broken');
  isBroken = false;
  expect(transition(table, done)).toEqual({ accepted: false });
});
