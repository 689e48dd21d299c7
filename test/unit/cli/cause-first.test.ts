import { expect, it } from 'vitest';
import { causeFirst } from '../../../src/cli/simulate/cause-first.ts';
import type { LogEntry } from '../../../src/model/log-entry.ts';

const entry = (seq: number, more: object): LogEntry =>
  ({ seq, at: 0, recorded: 0, previous: '', hash: '', ...more }) as unknown as LogEntry;
const row = (seq: number, act: string, step: string) =>
  entry(seq, { act, step, data: { kind: 'step' } });

it('puts what an act ended before what opened by it, and leaves all else in its order', () => {
  const entries = [
    entry(1, { data: { kind: 'started' } }),
    entry(2, { act: 'a', step: 'serve', data: { kind: 'act' } }),
    row(3, 'a', 'close'),
    row(4, 'a', 'serve'),
    row(5, 'a', 'visit'),
    entry(6, { act: 'b', data: { kind: 'act' } }),
    row(7, 'b', 'visit'),
    entry(8, { act: 'c', step: 'close', data: { kind: 'act' } }),
    row(9, 'c', 'close'),
  ];
  expect(causeFirst(entries).map(({ seq }) => seq)).toEqual([1, 2, 4, 3, 5, 6, 7, 8, 9]);
});
