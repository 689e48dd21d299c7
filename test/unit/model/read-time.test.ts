import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  instantOf,
  readDate,
  readMoment,
  readScenarioMoment,
  readSpan,
  readTimeOfDay,
  readUtcOffset,
  type TimeReading,
} from '../../../src/model/read-time.ts';
import { timeFaultText } from '../../../src/model/time-fault-text.ts';
import { writeLocal, writeMoment } from '../../../src/model/write-moment.ts';

const fault = (reading: TimeReading<number>) => reading.fault && timeFaultText(reading.fault).en;

test.each([
  ['2026-11-30T08:15:00+08:00', '2026-11-30T00:15:00.000Z'],
  ['2026-11-30T08:15+08:00', '2026-11-30T00:15:00.000Z'],
  ['2024-02-29T23:59:59.999Z', '2024-02-29T23:59:59.999Z'],
  ['2026-01-01T00:00:00.5-03:30', '2026-01-01T03:30:00.500Z'],
  ['2026-11-30T08:15:00+14:00', '2026-11-29T18:15:00.000Z'],
])('%s is a moment', (text, utc) => {
  expect(readMoment(text)).toEqual({ value: Date.parse(utc) });
});

const example = 'write it such as `2026-11-30T08:15:00+08:00`';
const form = 'is not written as times are: write it such as `2026-11-30T08:15:00+08:00`';
test.each([
  ['2026-02-30T08:00:00Z', `names a day that does not exist: ${example}`],
  ['2026-02-29T08:00:00Z', `names a day that does not exist: ${example}`],
  ['2026-04-31T08:00:00Z', `names a day that does not exist: ${example}`],
  ['2026-13-01T08:00:00Z', `names a day that does not exist: ${example}`],
  ['2026-00-10T08:00:00Z', `names a day that does not exist: ${example}`],
  ['2026-01-00T08:00:00Z', `names a day that does not exist: ${example}`],
  ['0000-01-01T08:00:00Z', `names a day that does not exist: ${example}`],
  ['2026-11-30T25:00:00Z', `names a time of day that does not exist: ${example}`],
  ['2026-11-30T24:00Z', `names a time of day that does not exist: ${example}`],
  ['2026-11-30T23:60Z', `names a time of day that does not exist: ${example}`],
  ['2016-12-31T23:59:60Z', `names a time of day that does not exist: ${example}`],
  ['2026-11-30T08:15:00+99:99', `names an offset from UTC that does not exist: ${example}`],
  ['2026-11-30T08:15:00+14:15', `names an offset from UTC that does not exist: ${example}`],
  ['2026-11-30T08:15:00-12:15', `names an offset from UTC that does not exist: ${example}`],
  ['2026-11-30T08:15:00+08:07', `names an offset from UTC that does not exist: ${example}`],
  ['2026-11-30T08:15:00-00:00', `names an offset from UTC that does not exist: ${example}`],
  ['2026-11-30T08:15:00', `lacks its offset from UTC: ${example}`],
  ['2026-11-30T08:15:00.1234Z', `has more than three decimals of a second: ${example}`],
  ['2026-11-30t08:15:00Z', form],
  ['2026-11-30T08:15:00z', form],
  ['2026-11-30 08:15:00Z', form],
  ['2026-11-30T08:15:00,5Z', form],
  ['2026-11-30T08:15:00.Z', form],
  ['2026-11-30T8:15Z', form],
  ['2026-11-30T08Z', form],
  ['2026-11-30T08:15:00+0800', form],
  ['2026/11/30 08:15', form],
  ['+002026-11-30T08:15:00Z', form],
  ['20261130T081500Z', form],
  ['2026-11-30', form],
  ['2026-W49-1', form],
  ['Mar 3', form],
  ['1', form],
  ['', form],
  [' 2026-11-30T08:15:00Z', form],
  ['2026-11-30T08:15:00Z\n', form],
  ['２０２６-11-30T08:15:00Z', form],
])('%s is no moment', (text, why) => {
  expect(fault(readMoment(text))).toBe(why);
});

test('a moment without an offset is of the place that is known', () => {
  expect(readMoment('2026-11-30T08:15', 480)).toEqual({ value: Date.parse('2026-11-30T00:15Z') });
  expect(readMoment('2026-11-30T08:15Z', 480)).toEqual({ value: Date.parse('2026-11-30T08:15Z') });
  expect(fault(readMoment('2026-02-30T08:15', 480))).toBe(
    'names a day that does not exist: write it such as `2026-11-30T08:15`',
  );
});

test('every instant of four-digit years is read as it is written', () => {
  const [first, last] = ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'].map(Date.parse);
  const offsets = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15);
  fc.assert(
    fc.property(fc.integer({ min: first!, max: last! }), offsets, (instant, offset) => {
      expect(writeMoment(instant)).toBe(new Date(instant).toISOString());
      expect(instantOf(writeMoment(instant))).toBe(instant);
      const local = writeLocal(instant, offset);
      if (/^\d{4}-/.test(local) && !local.startsWith('0000'))
        expect(readMoment(local, offset)).toEqual({ value: instant });
    }),
  );
});

test('a text that is read is one that JavaScript reads as the same instant', () => {
  const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
  const texts = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), two(13), two(32), two(25), two(61), two(61))
    .map(
      ([year, month, day, hour, minute, second]) =>
        `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`,
    );
  fc.assert(
    fc.property(texts, (text) => {
      const { value } = readMoment(text) as { value?: number };
      // JavaScript takes days up to the 31st of every month, and 24:00.
      if (value === undefined) return;
      expect(new Date(value).toISOString()).toBe(text.replace('Z', '.000Z'));
    }),
  );
});

test.each([
  ['2026-02-28', undefined],
  ['2024-02-29', undefined],
  ['2026-02-29', 'names a day that does not exist: write it such as `2026-11-30`'],
  ['2026-2-3', 'is not written as times are: write it such as `2026-11-30`'],
])('the date %s', (text, why) => {
  expect(fault(readDate(text))).toBe(why);
});

test.each([
  ['00:00', undefined],
  ['23:59', undefined],
  ['24:00', 'names a time of day that does not exist: write it such as `08:15`'],
  ['25:00', 'names a time of day that does not exist: write it such as `08:15`'],
  ['8:15', 'is not written as times are: write it such as `08:15`'],
  ['08:15:00', 'is not written as times are: write it such as `08:15`'],
])('the time of day %s', (text, why) => {
  expect(fault(readTimeOfDay(text))).toBe(why);
});

test.each([
  ['+08:00', 480],
  ['-03:30', -210],
  ['+00:00', 0],
  ['-12:00', -720],
])('the offset %s', (text, minutes) => {
  expect(readUtcOffset(text)).toEqual({ value: minutes });
});

test.each([
  ['1h30m', 5_400_000],
  ['2d', 172_800_000],
  ['90s', 90_000],
])('the span %s', (text, milliseconds) => {
  expect(readSpan(text)).toEqual({ value: milliseconds });
});

test.each(['', '1', 'h', '30m1h', '1.5h', '-1h', '1000000000d'])('%s is no span', (text) => {
  expect(fault(readSpan(text))).toBeDefined();
});

test('a moment of a scenario counts from the report or stands for itself', () => {
  const from = { report: 1000, localOffset: 480 };
  expect(readScenarioMoment('+1m', from)).toEqual({ value: 61_000 });
  expect(readScenarioMoment('2026-11-30T08:15', from)).toEqual(
    readMoment('2026-11-30T08:15+08:00'),
  );
  expect(fault(readScenarioMoment('+', from))).toBe(
    'is not written as times are: write it such as `+1h30m`',
  );
});
