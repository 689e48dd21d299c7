import { randomBytes } from 'node:crypto';
import type { Actor } from '../../model/actor.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import type { ActOutcome, Beginning } from '../../worker/client/procedure-gateway.ts';
import { actorOf } from '../access/actor-of.ts';
import { storeTaken } from '../acts/store-taken.ts';
import type { ApiContext } from '../api-context.ts';

/** What a report begins, or joins where it runs. */
export type Begun = Pick<Beginning, 'id' | 'release' | 'procedure' | 'facts'> & {
  readonly joins: boolean;
};

/** Hands a report to the engine and writes down what came of it; nothing where the engine is away or the store is behind. */
export async function beginReport(
  context: ApiContext,
  report: ReportRecord,
  { joins, ...begun }: Begun,
): Promise<ActOutcome | undefined> {
  const { clock, engine, metrics, store } = context;
  const outcome = await engine.begin({
    ...begun,
    registeredBy: await registrar(context, report),
    report: report.id,
    reportedAt: report.at,
    channel: report.channel,
    unit: report.unit,
    received: clock.now(),
    salt: randomBytes(32).toString('hex'),
  });
  if (!outcome?.taken) {
    if (!outcome) metrics.count('jiechu_engine_outages_total', { what: 'begin' });
    const why = outcome ? `refused: ${outcome.refusal.code}` : (engine.lastError ?? 'away');
    await store.reports.failed(report.id, clock.now(), why);
    return outcome;
  }
  // The workflow leaves it to the inbox to write a beginning: the report stays there until that is done.
  if (!(await storeTaken(context, begun.id, outcome))) {
    await store.reports.failed(report.id, clock.now(), 'the store lacks earlier entries');
    return undefined;
  }
  await store.reports.started(report.id, { incident: begun.id, joined: joins });
  return outcome;
}

// Who sent the report may have left since; its roles are then bound to the unit it was made for.
async function registrar(
  { directory, releases, store }: ApiContext,
  report: ReportRecord,
): Promise<Actor> {
  const person = await store.directory.person(report.sender);
  if (!person) return { person: report.sender, unit: report.unit, roles: [], reach: [] };
  return actorOf(person, releases.active.roles, await directory.names());
}
