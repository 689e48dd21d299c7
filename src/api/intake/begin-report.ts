import { randomBytes } from 'node:crypto';
import type { GivenFacts } from '../../model/act.ts';
import type { Actor } from '../../model/actor.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import type { StartRequest } from '../../model/start-request.ts';
import type { ActOutcome } from '../../worker/client/procedure-gateway.ts';
import { asActor } from '../access/access-actor.ts';
import { actorOf } from '../access/actor-of.ts';
import { storeTaken } from '../acts/store-taken.ts';
import type { ApiContext } from '../api-context.ts';

/** Hands a report to the engine and writes down what came of it; nothing where the engine is away or the store is behind. */
export async function beginReport(
  context: ApiContext,
  report: ReportRecord,
  {
    facts,
    joins,
    ...begun
  }: Pick<StartRequest, 'id' | 'release' | 'procedure'> & {
    readonly facts: GivenFacts;
    readonly joins: boolean;
  },
): Promise<ActOutcome | undefined> {
  const { clock, engine, metrics, store } = context;
  const outcome = await engine.begin({
    ...begun,
    report: {
      report: report.id,
      at: report.at,
      channel: report.channel,
      unit: report.unit,
      facts,
    },
    registrar: await registrar(context, report),
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
  if (!(await storeTaken(context, begun.id, outcome)).stored) {
    await store.reports.failed(report.id, clock.now(), 'the store lacks earlier entries');
    return undefined;
  }
  await store.reports.started(report.id, { incident: begun.id, joined: joins });
  return outcome;
}

// The sender of the report may have left since; its roles are then bound to the unit it was made for.
async function registrar(
  { directory, releases, store }: ApiContext,
  report: ReportRecord,
): Promise<Actor> {
  const person = await store.directory.person(report.sender);
  if (!person) return { person: report.sender, unit: report.unit, roles: [], reach: [] };
  return asActor(actorOf(person, releases.active.roles, await directory.names()));
}
