import { classifyReport } from '../../decide/classify-report.ts';
import type { Decision } from '../../model/decision.ts';
import { toldFacts } from '../../procedure/told-facts.ts';
import type { ClassifiedRecord, ReportRecord } from '../../store/ports/reports.ts';
import type { ActOutcome } from '../../worker/client/procedure-gateway.ts';
import type { ApiContext } from '../api-context.ts';
import { beginReport } from './begin-report.ts';

/** The outcome of a report: its incident runs, or it stays in the inbox for another try. */
export interface Starting {
  /** Why it was taken for what it is; of a report that joins an incident nothing is decided. */
  readonly decision?: Decision;
  readonly procedure?: string;
  /** Present where it runs. */
  readonly incident?: string;
  /** True where the engine did not answer: the next report would fare no better now. */
  readonly isAway?: true;
}

/**
 * Starts the incident of a kept report, or joins it to the one that it names. The same report comes to the same
 * incident however often it is tried: the id is written down before the engine is asked. Where the named incident has
 * closed in the meantime the report begins one of its own: what the public told us is not lost.
 */
export async function startReport(context: ApiContext, report: ReportRecord): Promise<Starting> {
  const named = report.incident === incidentIdOf(report.id) ? undefined : report.incident;
  if (named === undefined) return beginOwn(context, report);
  const joining = await joinNamed(context, report, named);
  if (joining) return joining;
  return beginOwn(context, report, named);
}

async function joinNamed(
  context: ApiContext,
  report: ReportRecord,
  named: string,
): Promise<Starting | undefined> {
  const { releases, store } = context;
  const incident = await store.incidents.get(named);
  if (!incident || incident.closedAt !== undefined) return undefined;
  const { id, procedure, release } = incident;
  const { settings } = await releases.byHash(release);
  await store.reports.decided(report.id, { incident: id, procedure, release });
  const outcome = await beginReport(context, report, {
    id,
    procedure,
    release,
    facts: toldFacts(settings, report),
    joins: true,
  });
  const hasClosed = outcome && !outcome.taken && outcome.refusal.code === 'already-closed';
  return hasClosed ? undefined : { procedure, ...became(outcome, id) };
}

async function beginOwn(
  context: ApiContext,
  report: ReportRecord,
  instead?: string,
): Promise<Starting> {
  const { clock, releases, store } = context;
  const { decision, procedure, release } = await classified(context, report);
  if (procedure === undefined) {
    const why = 'no standard fits, and none is set for what fits none';
    await store.reports.failed(report.id, clock.now(), why);
    return { decision };
  }
  const id = incidentIdOf(report.id);
  const { settings } = await releases.byHash(release);
  const isOurs = await store.reports.decided(report.id, {
    incident: id,
    procedure,
    release,
    decision,
    ...(instead !== undefined && { instead }),
  });
  if (!isOurs) return startedOtherwise(context, report.id);
  const outcome = await beginReport(context, report, {
    id,
    procedure,
    release,
    facts: toldFacts(settings, report),
    joins: false,
  });
  return { decision, procedure, ...became(outcome, id) };
}

// As it was when it came. Of one that was to join, or that fitted nothing, it is decided now.
async function classified(
  { releases: { active } }: ApiContext,
  report: ReportRecord,
): Promise<Pick<ReportRecord, 'procedure'> & Pick<ClassifiedRecord, 'decision' | 'release'>> {
  const { at, decision, procedure, release } = report;
  // A report that joined an incident has the procedure of that incident and no decision of its own.
  if (decision !== undefined && procedure !== undefined && release !== undefined) {
    return { decision, procedure, release };
  }
  const facts = toldFacts(active.settings, report);
  return { ...(await classifyReport(active.release, { at, facts })), release: active.release.hash };
}

// Somebody has given it to a running incident since it was read.
async function startedOtherwise(context: ApiContext, id: string): Promise<Starting> {
  const report = await context.store.reports.get(id);
  if (!report) return {};
  return report.status === 'inbox' ? startReport(context, report) : report;
}

const became = (
  outcome: ActOutcome | undefined,
  incident: string,
): Pick<Starting, 'incident' | 'isAway'> => {
  if (!outcome) return { isAway: true };
  return outcome.taken ? { incident } : {};
};

// `R20261123-000001` is handled as `I20261123-000001`.
const incidentIdOf = (report: string) => report.replace(/^R/u, 'I');
