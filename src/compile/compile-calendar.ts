import type { Calendar } from '../model/calendar.ts';
import type { Vocabulary } from './vocabulary.ts';
import { publishedDays } from './published-days.ts';

/** A calendar of the vocabulary with the published holidays in it; its own days go before the published ones. */
export function compileCalendar(id: string, source: Vocabulary['calendars'][string]): Calendar {
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
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const datesWithout = (dates: readonly string[], others: readonly string[]) =>
  [...new Set(dates)].filter((date) => !others.includes(date)).sort();
