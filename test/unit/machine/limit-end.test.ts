import { describe, expect, it } from 'vitest';
import { limitEnd } from '../../../src/machine/limit-end.ts';
import { addMonths, dateOfDay } from '../../../src/model/civil-date.ts';
import { isWorkday, localDay } from '../../../src/procedure/local-time.ts';
import type { Calendar } from '../../../src/model/calendar.ts';
import type { Limit } from '../../../src/model/limit.ts';
import { reportMoment } from '../../../src/simulate/scenario-moment.ts';

const calendar: Calendar = {
  id: 'test',
  utcOffsetMinutes: 480,
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workdays: ['2026-10-10'],
};

const at = (text: string): number => reportMoment(text, calendar);
const local = (instant: number): string =>
  new Date(instant + calendar.utcOffsetMinutes * 60_000).toISOString().slice(0, 19);
const end = (limit: Limit, from: string, custody = false): string =>
  local(limitEnd(limit, at(from), { calendar, custody, graceMilliseconds: 60_000 }));

describe('a limit', () => {
  it('of hours ends to the millisecond, whatever the day', () => {
    expect(end({ kind: 'exact', milliseconds: 86_400_000 }, '2026-09-30T17:00')).toBe(
      '2026-10-01T17:00:00',
    );
  });

  it('"at once" ends when the grace is over', () => {
    expect(end({ kind: 'grace' }, '2026-10-01T03:00')).toBe('2026-10-01T03:01:00');
  });

  it.each([
    ['leaves out the first day and ends at 24:00', '2026-03-02T00:00', 3, '2026-03-06T00:00:00'],
    [
      'counts the same from the last second of a day',
      '2026-03-02T23:59:59',
      3,
      '2026-03-06T00:00:00',
    ],
    ['that ends on a Saturday moves to Monday', '2026-03-04T10:00', 3, '2026-03-10T00:00:00'],
    ['that ends on a Sunday moves to Monday', '2026-03-05T10:00', 3, '2026-03-10T00:00:00'],
    [
      'that ends on a holiday moves behind it and the weekend',
      '2026-09-29T10:00',
      3,
      '2026-10-09T00:00:00',
    ],
    ['that ends on a worked Saturday stays', '2026-10-07T10:00', 3, '2026-10-11T00:00:00'],
    ['ends on the leap day', '2028-02-26T10:00', 3, '2028-03-01T00:00:00'],
    ['passes the end of February', '2027-02-26T10:00', 3, '2027-03-02T00:00:00'],
    ['passes the end of a year', '2026-12-30T10:00', 2, '2027-01-02T00:00:00'],
  ])('of days %s', (_what, from, days, to) => {
    expect(end({ kind: 'days', days }, from)).toBe(to);
  });

  it('of days on holding a person is never moved', () => {
    expect(end({ kind: 'days', days: 3 }, '2026-09-29T10:00', true)).toBe('2026-10-03T00:00:00');
  });

  it.each([
    ['skips the weekend', '2026-03-05T10:00', 3, '2026-03-11T00:00:00'],
    [
      'skips holidays and counts the Saturday that is worked',
      '2026-10-01T10:00',
      3,
      '2026-10-11T00:00:00',
    ],
    ['counts from a day off as from any day', '2026-03-07T10:00', 1, '2026-03-10T00:00:00'],
  ])('of working days %s', (_what, from, days, to) => {
    expect(end({ kind: 'working-days', days }, from)).toBe(to);
  });

  it.each([
    ['ends on the same date', '2026-01-15T10:00', 6, '2026-07-16T00:00:00'],
    [
      'from the 31st ends on the last of a shorter month, moved off the Sunday',
      '2026-08-31T10:00',
      6,
      '2027-03-02T00:00:00',
    ],
    [
      'from the leap day ends on the 28th of another year',
      '2028-02-29T10:00',
      12,
      '2029-03-01T00:00:00',
    ],
    ['from the 31st of December passes the year', '2026-12-31T10:00', 2, '2027-03-02T00:00:00'],
  ])('of months %s', (_what, from, months, to) => {
    expect(end({ kind: 'months', months }, from)).toBe(to);
  });
});

describe('the days of the calendar', () => {
  it('are those of the civil calendar, forwards and backwards, over four centuries', () => {
    for (let day = -80_000; day < 80_000; day += 37) {
      expect(dateOfDay(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    }
  });

  it('begin at local midnight', () => {
    expect(dateOfDay(localDay(calendar, Date.UTC(2026, 2, 1, 15, 59, 59, 999)))).toBe('2026-03-01');
    expect(dateOfDay(localDay(calendar, Date.UTC(2026, 2, 1, 16)))).toBe('2026-03-02');
  });

  it('are worked from Monday to Friday but for holidays, and on weekends that are worked', () => {
    const worked = ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-11', '2026-10-07'].map(
      (date) => isWorkday(calendar, Date.parse(date) / 86_400_000),
    );
    expect(worked).toEqual([true, true, true, false, false]);
  });

  it('come back to the same date after as many months back', () => {
    const day = Date.parse('2026-05-15') / 86_400_000;
    for (let months = -30; months < 30; months += 1)
      expect(addMonths(addMonths(day, months), -months)).toBe(day);
  });
});
