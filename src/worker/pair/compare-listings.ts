import type { Instant } from '../../model/instant.ts';
import type { Store } from '../../store/store.ts';
import type { ProcedureGateway } from '../client/procedure-gateway.ts';

/** The running procedures that one side has and the other lacks. */
export interface ListingGaps {
  /** Procedures that run, begun by us, and of which the database knows neither a log nor a report. */
  readonly unknown: number;
  /** Open incidents of the database that were begun after the last mark, and of which the histories have nothing. */
  readonly lost: number;
  /** The same, begun before: somebody deleted them. */
  readonly deleted: number;
}

const pageMax = 1_000;
// Each is asked for alone, and so many are enough to know that there is a gap.
const askedMax = 200;

/**
 * Compares which procedures both sides have. Temporal's lists may lag behind for a moment, so what differs is asked for
 * by its name. What a crash leaves is no gap: a report is in the database before its procedure is begun, and a procedure
 * is in the histories before its first entry is in the database.
 */
export const compareListings = async (
  { store, gateway }: { readonly store: Store; readonly gateway: ProcedureGateway },
  /** When the last mark was made. */
  marked: Instant,
): Promise<ListingGaps> => {
  const running = new Set<string>();
  for await (const id of gateway.running()) running.add(id);
  const unknown = await unknownOf({ store, gateway }, [...running]);
  let [lost, deleted] = [0, 0];
  for await (const id of missingIn(store, running)) {
    if (lost + deleted >= askedMax) break;
    if ((await gateway.diagnose(id)).status !== 'absent') continue;
    const incident = await store.incidents.get(id);
    if (incident !== undefined && incident.startedAt > marked) lost += 1;
    else deleted += 1;
  }
  return { unknown, lost, deleted };
};

const unknownOf = async (
  { store, gateway }: { readonly store: Store; readonly gateway: ProcedureGateway },
  running: readonly string[],
): Promise<number> => {
  const unknown: string[] = [];
  for (let at = 0; at < running.length; at += pageMax) {
    const some = running.slice(at, at + pageMax);
    const known = new Set((await store.log.heads(some)).map(({ incident }) => incident));
    unknown.push(...some.filter((id) => !known.has(id)));
  }
  let count = 0;
  for (const id of unknown.slice(0, askedMax)) {
    // One that another procedure starts has no report; its parent tells what is known of it.
    if (id.includes(':') || (await store.reports.ofIncident(id)).length > 0) continue;
    if (await gateway.isOurs(id)) count += 1;
  }
  return count;
};

async function* missingIn(store: Store, running: ReadonlySet<string>): AsyncIterable<string> {
  for (let cursor = ''; ;) {
    const ids = await store.incidents.openAfter(cursor, pageMax);
    yield* ids.filter((id) => !running.has(id));
    if (ids.length < pageMax) return;
    cursor = ids.at(-1) ?? '';
  }
}
