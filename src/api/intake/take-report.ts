import type { NewReport } from '../../contract/report-contract.ts';
import { classifyReport } from '../../decide/classify-report.ts';
import { isSameContent } from '../../model/is-same-content.ts';
import { instantOf } from '../../model/read-time.ts';
import { localDate } from '../../procedure/local-time.ts';
import { toldFacts } from '../../procedure/told-facts.ts';
import type { ClassifiedRecord, ReportRecord } from '../../store/ports/reports.ts';
import { digestsOf } from '../../worker/keys/digest-keys.ts';
import type { AccessActor } from '../access/access-actor.ts';
import { findIncident } from '../access/find-incident.ts';
import { mayIncident } from '../access/may-incident.ts';
import { recordRefusal } from '../access/record-refusal.ts';
import type { Reader } from '../accounts/reader.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { fieldProblem, fieldsProblem } from '../problems/field-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import type { DirectoryNames } from '../views/directory-names.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { reportFaults, wayNotTaken } from './report-faults.ts';
import { unitByRules } from './unit-by-rules.ts';

/** The report as it is kept, or why it was not taken. */
export type TakingReport =
  | { readonly taken: true; readonly report: ReportRecord }
  | { readonly taken: false; readonly problem: ApiProblem };

/** Checks a report and keeps it in the inbox: from then on it cannot be lost, whatever becomes of the engine. */
export async function takeReport(
  context: ApiContext,
  { actor }: Reader,
  { key, sent }: { readonly key: string; readonly sent: NewReport },
): Promise<TakingReport> {
  const { authorizer, clock, digestKeys, directory, releases, store } = context;
  const digests = digestsOf(digestKeys, 'report', sent);
  const earlier = await store.reports.byKey(actor.person, key);
  // A report once taken stays taken, also where it could not be sent any more: its incident may have closed since.
  if (earlier && isSameContent(earlier.digest, digests)) return { taken: true, report: earlier };
  const names = await directory.names();
  const errors = reportFaults(sent, { index: releases.active, now: clock.now(), names });
  if (errors.length > 0) return { taken: false, problem: fieldsProblem(errors) };
  const unit = sent.unit ?? (await ruledUnit(context, actor.unit, sent, names));
  if (!authorizer.report(actor, unit, names.tree).allowed) {
    return refused(context, actor.person, problemCatalogue.forbidden);
  }
  const unjoinable = await whyNotJoined(context, actor, sent.incident);
  if (unjoinable) return refused(context, actor.person, unjoinable);
  const { active: index } = releases;
  const received = clock.now();
  const { at, facts, zone = zoneOf(names, unit), ...told } = sent;
  const kept = {
    ...told,
    idempotencyKey: key,
    sender: actor.person,
    ...digests,
    localDate: localDate(index.settings?.calendar ?? { utcOffsetMinutes: 0 }, received),
    at: at === undefined ? received : instantOf(at),
    received,
    unit,
    ...(zone !== undefined && { zone }),
    facts: facts ?? {},
  };
  const classified = kept.incident === undefined ? await classifiedBy(index, kept) : undefined;
  const elsewhere = classified && wayNotTaken(index, kept, classified);
  if (elsewhere) return { taken: false, problem: fieldsProblem([elsewhere]) };
  const taking = await store.reports.take({ ...kept, ...(classified && { classified }) });
  if (!taking.taken) return refused(context, actor.person, problemCatalogue.keyReused);
  return { taken: true, report: taking.report };
}

// A report that joins an incident is handled where the incident is: no rule is asked.
async function ruledUnit(
  { clock, releases }: ApiContext,
  own: string,
  { incident, ...sent }: NewReport,
  names: DirectoryNames,
): Promise<string> {
  if (incident !== undefined) return own;
  const { active: index } = releases;
  const { channel, facts = {}, handledAt, zone } = sent;
  const told = {
    ...{ at: clock.now(), channel, facts },
    ...(handledAt !== undefined && { handledAt }),
    ...(zone !== undefined && { zone }),
  };
  const classified = await classifiedBy(index, told);
  if (classified === undefined) return own;
  const known = toldFacts(index.settings, told);
  return unitByRules(names, index.procedure(classified.procedure), { own, zone, facts: known });
}

// A sender who may not know of an incident hears the same as where there is none.
async function whyNotJoined(
  context: ApiContext,
  actor: AccessActor,
  incident: string | undefined,
): Promise<ApiProblem | undefined> {
  if (incident === undefined) return undefined;
  const found = await findIncident(context, incident);
  if (!found || !mayIncident(context, actor, 'readIncident', found)) {
    const detail = { zh: '没有这起警情', en: 'there is no such incident' };
    return fieldProblem('/incident', detail);
  }
  return found.incident.closedAt === undefined ? undefined : problemCatalogue.joinsClosed;
}

// Once, when it comes: a retry goes on under what was decided then, so that two tries cannot start two standards.
async function classifiedBy(
  { release, settings }: ReleaseIndex,
  report: Pick<ReportRecord, 'at' | 'facts' | 'channel' | 'zone' | 'handledAt'>,
): Promise<ClassifiedRecord | undefined> {
  const facts = toldFacts(settings, report);
  const { decision, procedure } = await classifyReport(release, { at: report.at, facts });
  return procedure === undefined ? undefined : { decision, procedure, release: release.hash };
}

// A station lies in a zone; a caller's place may lie in another, and is then sent along.
const zoneOf = ({ units }: DirectoryNames, unit: string) =>
  units.find(({ id }) => id === unit)?.zone;

async function refused(
  context: ApiContext,
  person: string,
  problem: ApiProblem,
): Promise<TakingReport> {
  await recordRefusal(context, { person, action: 'report', code: problem.code });
  return { taken: false, problem };
}
