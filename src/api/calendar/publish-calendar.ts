import type { ActMessage } from '../../model/act.ts';
import type { Calendar } from '../../model/calendar.ts';
import type { CalendarRecord } from '../../store/ports/incidents.ts';
import { inRounds, type Rounds } from '../../worker/rounds.ts';
import { calendarDigest } from './calendar-digest.ts';
import { storeTaken } from '../acts/store-taken.ts';
import type { ApiContext } from '../api-context.ts';

const atOnceMax = 500;

/**
 * Publishes the calendar: an open procedure keeps the release it began under, but not the holidays that were known
 * then, or a limit in working days would end on a day off. What counts is the calendar in force in each, so that one
 * which is withdrawn and published again comes to all of them each time.
 *
 * @param options.everyMilliseconds until it looks again: for what found the engine away, and what began under an old release since
 */
export function publishCalendar(
  context: ApiContext,
  options: { readonly everyMilliseconds: number; readonly onError: (error: unknown) => void },
): Rounds {
  return inRounds((isStopped) => publishOnce(context, isStopped), options);
}

async function publishOnce(context: ApiContext, isStopped: () => boolean): Promise<void> {
  const calendar = context.releases.active.settings?.calendar;
  if (calendar === undefined) return;
  const digest = calendarDigest(calendar);
  const wanted = { digest, otherReleases: await otherReleases(context, digest) };
  for (let after = ''; ;) {
    const page = { after, limit: atOnceMax };
    const found = await context.store.incidents.openWithout(wanted, page);
    for (const incident of found) {
      if (isStopped() || !(await give(context, incident, { calendar, digest }))) return;
    }
    if (found.length < atOnceMax) return;
    after = found.at(-1)?.id ?? after;
  }
}

/** Releases of open procedures that were compiled with another calendar. */
async function otherReleases(
  { releases, store }: ApiContext,
  digest: string,
): Promise<readonly string[]> {
  const others: string[] = [];
  for (const hash of await store.incidents.openReleases()) {
    const { settings } = await releases.byHash(hash);
    if (calendarDigest(settings?.calendar ?? null) !== digest) others.push(hash);
  }
  return others;
}

/** Gives an incident the calendar. True where the engine answered. */
async function give(
  context: ApiContext,
  { id: incident, published }: CalendarRecord,
  given: { readonly calendar: Calendar; readonly digest: string },
): Promise<boolean> {
  const { clock, engine, store } = context;
  const now = clock.now();
  // Named by how many came before: sent again it is the same act, and the same calendar may come a second time.
  const act = `calendar/${given.digest}/${published + 1}`;
  const message: ActMessage = {
    id: act,
    digest: act,
    act: { kind: 'publish-calendar', ...given },
    actor: { person: '', unit: '', roles: [], reach: [] },
    happened: now,
    received: now,
    salt: '',
    stored: await store.log.lastSeq(incident),
  };
  const outcome = await engine.act(incident, message);
  if (outcome?.taken === true) await storeTaken(context, incident, outcome);
  return outcome !== undefined;
}
