import { randomBytes } from 'node:crypto';
import type { Actor } from '../../model/actor.ts';
import type { Decision } from '../../model/decision.ts';
import type { Beginning } from '../../worker/client/procedure-gateway.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import { actorOf } from '../access/actor-of.ts';
import type { ApiContext } from '../api-context.ts';
import { storeTaken } from '../acts/store-taken.ts';
import { decideReport } from './decide-report.ts';

/** What became of a report: its incident runs, or it stays in the inbox for another try. */
export interface Starting {
  readonly decision: Decision;
  readonly procedure?: string;
  /** Present where it runs. */
  readonly incident?: string;
  /** True where the engine did not answer: the next report would fare no better now. */
  readonly isAway?: true;
}

/**
 * Decides a kept report and starts its incident. The same report starts the same incident however often it is tried:
 * the id follows from the report's number and is written down before the engine is asked.
 */
export async function startReport(context: ApiContext, report: ReportRecord): Promise<Starting> {
  const { clock, engine, metrics, releases, store } = context;
  // A retry goes on under what was decided first, so that two tries cannot start two standards.
  const index =
    report.release === undefined ? releases.active : await releases.byHash(report.release);
  const decided = await decideReport(index, report);
  const decision = report.decision ?? decided.decision;
  const procedure = report.procedure ?? decided.procedure;
  if (procedure === undefined) {
    await store.reports.failed(
      report.id,
      clock.now(),
      'no standard fits, and none is set for what fits none',
    );
    return { decision };
  }
  const incident = report.incident ?? incidentIdOf(report.id);
  const release = index.release.hash;
  await store.reports.decided(report.id, { incident, procedure, release, decision });
  const registeredBy = await registrar(context, report);
  const started = { incident, procedure, release, registeredBy, facts: decided.facts };
  const outcome = await engine.begin(beginningOf(report, started));
  if (!outcome?.taken) {
    if (!outcome) metrics.count('jiechu_engine_outages_total', { what: 'begin' });
    const why = outcome ? `refused: ${outcome.refusal.code}` : (engine.lastError ?? 'away');
    await store.reports.failed(report.id, clock.now(), why);
    return { decision, procedure, ...(!outcome && { isAway: true }) };
  }
  await storeTaken(context, incident, outcome);
  await store.reports.started(report.id, { incident, joined: false });
  return { decision, procedure, incident };
}

// `R20261123-000001` is handled as `I20261123-000001`.
const incidentIdOf = (report: string) => report.replace(/^R/u, 'I');

const beginningOf = (
  report: ReportRecord,
  {
    incident,
    ...started
  }: Pick<Beginning, 'release' | 'procedure' | 'facts' | 'registeredBy'> & {
    readonly incident: string;
  },
): Beginning => ({
  id: incident,
  ...started,
  report: report.id,
  reportedAt: report.at,
  channel: report.channel,
  unit: report.unit,
  salt: randomBytes(32).toString('hex'),
});

// Who sent the report may have left since; its roles are then bound to the unit it was made for.
async function registrar(
  { directory, releases, store }: ApiContext,
  report: ReportRecord,
): Promise<Actor> {
  const person = await store.directory.person(report.sender);
  if (!person) return { person: report.sender, unit: report.unit, roles: [], reach: [] };
  const { tree } = await directory.names();
  return actorOf(person, releases.active.roles, tree);
}
