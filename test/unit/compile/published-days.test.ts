import { afterAll, describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/compile/compile-calendar.ts';
import { publishedDays } from '../../../src/compile/published-days.ts';

// The package itself answers for another day west of Greenwich.
const zone = process.env['TZ'];
process.env['TZ'] = 'America/New_York';
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('the published working days', () => {
  it('have the holidays on weekdays and the Saturdays and Sundays that are worked, in any time zone', () => {
    const { holidays, workdays } = publishedDays();
    expect(holidays).toContain('2026-01-01');
    expect(holidays).toContain('2026-10-01');
    expect(holidays).not.toContain('2026-10-03'); // a Saturday is off anyway
    expect(holidays).not.toContain('2025-12-31');
    expect(workdays).toContain('2026-01-04'); // a Sunday worked for 2 January
    expect(workdays).not.toContain('2026-01-05');
  });

  it('begin two years before the last published year', () => {
    const { holidays, workdays } = publishedDays();
    const years = [
      ...new Set([...holidays, ...workdays].map((date) => Number(date.slice(0, 4)))),
    ].sort();
    expect(years).toHaveLength(3);
    expect(years.at(-1)! - years[0]!).toBe(2);
  });
});

describe('a calendar', () => {
  it('has its own days before the published ones', () => {
    const own = { holidays: ['2026-01-04'], workdays: ['2026-10-01'] };
    const calendar = compileCalendar('ours', {
      'utc-offset': '+08:00',
      published: 'chinese-days',
      ...own,
    });
    expect(calendar.utcOffsetMinutes).toBe(480);
    expect(calendar.holidays).toContain('2026-01-04');
    expect(calendar.holidays).not.toContain('2026-10-01');
    expect(calendar.workdays).toContain('2026-10-01');
    expect(calendar.workdays).not.toContain('2026-01-04');
  });

  it('of weekends only has no other days, and may lie west', () => {
    const source = { 'utc-offset': '-03:30', published: 'weekends-only' } as const;
    expect(compileCalendar('west', source)).toEqual({
      id: 'west',
      utcOffsetMinutes: -210,
      holidays: [],
      workdays: [],
    });
  });
});
