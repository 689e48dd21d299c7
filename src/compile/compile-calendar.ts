import type { Calendar } from '../model/calendar.ts';
import { readUtcOffset } from '../model/read-time.ts';
import type { CalendarSource } from './vocabulary.ts';
import { publishedDays } from './published-days.ts';

/** A calendar of the vocabulary with the published holidays in it; its own days go before the published ones. */
export function compileCalendar(id: string, source: CalendarSource): Calendar {
  const { holidays = [], workdays = [] } = source;
  const published =
    source.published === 'chinese-days' ? publishedDays() : { holidays: [], workdays: [] };
  return {
    id,
    utcOffsetMinutes: offsetMinutes(source['utc-offset']),
    holidays: datesWithout([...published.holidays, ...holidays], workdays),
    workdays: datesWithout([...published.workdays, ...workdays], holidays),
  };
}

function offsetMinutes(offset: string): number {
  const { value, fault } = readUtcOffset(offset);
  if (fault) throw new Error(`the schema let the offset ${offset} pass`);
  return value;
}

const datesWithout = (dates: readonly string[], others: readonly string[]) =>
  [...new Set(dates)].filter((date) => !others.includes(date)).sort();
