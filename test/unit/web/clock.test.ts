import { expect, test } from 'vitest';
import { domainTime } from '../../../src/web/clock/domain-clock.ts';
import { formatClock } from '../../../src/web/clock/format-clock.ts';
import { formatDuration } from '../../../src/web/clock/format-duration.ts';
import { formatMoment } from '../../../src/web/clock/format-moment.ts';
import { fromShanghaiInput, toShanghaiInput } from '../../../src/web/clock/shanghai-input.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [0, '0秒', '0s'],
  [59.9 * second, '59秒', '59s'],
  [2 * minute + 5 * second, '2分05秒', '2m 05s'],
  [hour + 5 * minute + 59 * second, '1小时05分', '1h 05m'],
  [3 * day + 2 * hour + 59 * minute, '3天2小时', '3d 2h'],
  [-(minute + second), '1分01秒', '1m 01s'],
])('%d ms are read as %s and %s', (length, zh, en) => {
  expect(formatDuration(length, 'zh')).toBe(zh);
  expect(formatDuration(length, 'en')).toBe(en);
});

test('a moment is shown in Beijing time whatever the zone of the device', () => {
  expect(formatMoment('2026-03-01T16:30:05Z', 'zh', 'second')).toBe('03/02 00:30:05');
  expect(formatMoment('2026-03-01T16:30:05Z', 'en', 'second')).toBe('02/03, 00:30:05');
});

test('a clock time shows its date only where it is another day in Beijing', () => {
  const now = Date.parse('2026-03-01T15:00:00Z');
  expect(formatClock('2026-03-01T15:59:59Z', now, 'zh')).toBe('23:59:59');
  expect(formatClock('2026-03-01T16:00:00Z', now, 'zh')).toBe('03/02 00:00:00');
});

test('what is typed as Beijing time comes back as it was', () => {
  const instant = Date.parse('2026-03-01T16:30:05Z');
  expect(toShanghaiInput(instant)).toBe('2026-03-02T00:30:05');
  expect(fromShanghaiInput('2026-03-02T00:30:05')).toBe('2026-03-01T16:30:05.000Z');
  expect(fromShanghaiInput('2026-03-02T00:30')).toBe('2026-03-01T16:30:00.000Z');
});

test.each(['', '2026-03', 'yesterday'])('%j is no time yet', (typed) => {
  expect(fromShanghaiInput(typed)).toBeUndefined();
});

test('domain time runs on from what the server said, at its speed', () => {
  expect(domainTime({ now: 5000, factor: 60, heard: 100 }, 1100)).toBe(65_000);
});
