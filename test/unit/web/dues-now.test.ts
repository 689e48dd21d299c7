import { expect, test } from 'vitest';
import type { DueLine } from '../../../src/contract/dues-contract.ts';
import { duesNow } from '../../../src/web/dues/dues-now.ts';

const now = Date.UTC(2026, 2, 2);
const line = (minutes: number) =>
  ({ due: new Date(now + minutes * 60_000).toISOString() }) as DueLine;
const list = (late: readonly number[], soon: readonly number[], more = 0) => ({
  late: { total: late.length, lines: late.map(line) },
  soon: { total: soon.length + more, lines: soon.map(line) },
  units: [],
  standards: [],
  priorities: [],
});
const minutesOf = ({ lines }: { readonly lines: readonly DueLine[] }) =>
  lines.map(({ due }) => (Date.parse(due) - now) / 60_000);

test('what has passed its due since the list was read is late, behind what was late before', () => {
  const { late, soon } = duesNow(list([-30], [-1, 0, 60, 61]), now);
  expect([minutesOf(late), late.total]).toEqual([[-30, -1], 2]);
  expect([minutesOf(soon), soon.total]).toEqual([[0, 60], 2]);
});

test('those that were not read count where all that were read fall into the hour', () => {
  expect(duesNow(list([], [10, 20], 5), now).soon.total).toBe(7);
  expect(duesNow(list([], [10, 90], 5), now).soon.total).toBe(1);
});
