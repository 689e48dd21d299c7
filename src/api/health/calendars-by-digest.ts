import type { Calendar } from '../../model/calendar.ts';
import { calendarDigest } from '../calendar/calendar-digest.ts';
import type { ApiContext } from '../api-context.ts';

/** The calendars of all releases that are kept, by the digests by which logs name them. */
export async function calendarsByDigest({
  releases,
  store,
}: Pick<ApiContext, 'releases' | 'store'>): Promise<ReadonlyMap<string, Calendar>> {
  const calendars = new Map<string, Calendar>();
  for (const { hash } of await store.releases.list()) {
    const calendar = (await releases.byHash(hash)).settings?.calendar;
    if (calendar !== undefined) calendars.set(calendarDigest(calendar), calendar);
  }
  return calendars;
}
