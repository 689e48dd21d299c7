import { expect, test } from 'vitest';
import { sendingTimes } from '../../../src/cli/intake/sending-time.ts';

// Eight in the morning by the bureau's clocks.
const eight = Date.UTC(2026, 2, 2, 0);
const told = (at: string | undefined, event?: string) => ({
  told: {
    report: { text: `${at}`, ...(at !== undefined && { at }) },
    confirmed: {},
    ...(event !== undefined && { event }),
  },
});
const sent = (all: Parameters<typeof sendingTimes>[0]) =>
  sendingTimes(all, eight).map(({ sent: { told: each }, at }) => [
    each.report.text,
    at === undefined ? 'at once' : new Date(at).toISOString().slice(0, 16),
  ]);

test('a day is sent in the order of its times, and what was earlier today comes tomorrow', () => {
  expect(sent([told('22:00'), told('07:59'), told('08:00'), told('12:30')])).toEqual([
    ['08:00', '2026-03-02T00:00'],
    ['12:30', '2026-03-02T04:30'],
    ['22:00', '2026-03-02T14:00'],
    ['07:59', '2026-03-02T23:59'],
  ]);
});

test('without a time of day, or with a date, a report is sent at once', () => {
  expect(sent([told('09:00'), told('2026-03-02T22:00'), told(undefined)])).toEqual([
    ['2026-03-02T22:00', 'at once'],
    ['undefined', 'at once'],
    ['09:00', '2026-03-02T01:00'],
  ]);
});

test('who tells more of an event is sent after who told of it first, also past midnight', () => {
  expect(sent([told('07:50', 'fire'), told('08:10', 'fire'), told('09:00')])).toEqual([
    ['09:00', '2026-03-02T01:00'],
    ['07:50', '2026-03-02T23:50'],
    ['08:10', '2026-03-03T00:10'],
  ]);
});
