import type { IncidentAct } from '../../contract/act-contract.ts';
import { toldFacts } from '../../procedure/told-facts.ts';
import type { AccessActor } from '../access/access-actor.ts';
import { mayKnowReport } from '../access/may-know-report.ts';
import type { ApiContext } from '../api-context.ts';
import { fieldProblem } from '../problems/field-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import { incidentAct } from './incident-act.ts';
import type { ReadAct } from './step-act.ts';
import type { WantedAct } from './wanted-act.ts';

type Join = Extract<IncidentAct, { readonly action: 'join' }>;

/**
 * Reads the act that joins a report of the inbox to a running incident. While it is sent the report is given to that
 * incident: so the loop over the inbox cannot start another one for it, and goes on where the engine is away.
 */
export async function joiningAct(
  { releases, store }: ApiContext,
  actor: AccessActor,
  incident: string,
  sent: Join,
): Promise<{ readonly read: ReadAct; readonly hold?: NonNullable<WantedAct['hold']> }> {
  const report = await store.reports.get(sent.report);
  // Joined, its words stand in the incident: nobody reads by a number what was told to another unit.
  if (!report || !mayKnowReport(actor, report)) {
    const detail = { zh: '没有这个报警', en: 'there is no such report' };
    return { read: { problem: fieldProblem('/report', detail) } };
  }
  const facts = toldFacts(releases.active.settings, report);
  const isGiven = report.incident === incident;
  return {
    read: incidentAct(sent, facts),
    hold: {
      // Of one that is in this incident already the engine says so.
      take: async () =>
        isGiven || (await store.reports.give(report.id, incident))
          ? undefined
          : problemCatalogue.reportHasIncident,
      letGo: async () => (isGiven ? undefined : store.reports.takeBack(report.id, incident)),
    },
  };
}
