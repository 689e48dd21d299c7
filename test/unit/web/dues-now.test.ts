import { expect, test } from 'vitest';
import type { DueLine, Dues } from '../../../src/contract/dues-contract.ts';
import { duesNow } from '../../../src/web/dues/dues-now.ts';

const now = Date.UTC(2026, 2, 2);
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const line = (minutes: number, priority = 3) => ({ due: at(minutes), priority }) as DueLine;
const list = (late: readonly DueLine[], soon: readonly DueLine[], total = soon.length) =>
  ({
    read: at(0),
    late: { total: late.length, lines: late },
    soon: { total, lines: soon },
  }) as unknown as Dues;
const minutesOf = ({ lines }: { readonly lines: readonly DueLine[] }) =>
  lines.map(({ due }) => (Date.parse(due) - now) / 60_000);

test('what has passed its due since the list was read is late, at the place of its priority', () => {
  const read = list([line(-30, 1), line(-40, 3)], [line(5, 2), line(10), line(55), line(61)], 3);
  const { late, soon } = duesNow(read, now + 6 * 60_000);
  expect([minutesOf(late), late.total]).toEqual([[-30, 5, -40], 3]);
  expect([minutesOf(soon), soon.total]).toEqual([[10, 55, 61], 3]);
});

test('those of the hour that were not listed are counted all the same', () => {
  expect(duesNow(list([], [line(10), line(20)], 7), now).soon.total).toBe(7);
  expect(duesNow(list([], [line(10), line(90)], 6), now).soon.total).toBe(6);
});
