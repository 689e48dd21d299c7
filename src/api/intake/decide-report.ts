import { classify } from '../../decide/classify.ts';
import type { Answers } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { localDate } from './local-date.ts';

/** What a report comes to by the rules: the standard with its reasons, and the facts it starts with. */
export interface DecidedReport {
  readonly decision: Decision;
  /** Absent where no row matched and the release has nothing for what fits no standard. */
  readonly procedure?: string;
  readonly facts: Answers;
}

/** What of a report is read to decide it; its channel is not there while it is being typed. */
export type DecidableReport = Pick<ReportRecord, 'at' | 'facts' | 'zone' | 'handledAt'> &
  Partial<Pick<ReportRecord, 'channel'>>;

/** Classifies a report by the facts that were confirmed, its zone and its way of handling among them. */
export async function decideReport(
  index: ReleaseIndex,
  report: DecidableReport,
): Promise<DecidedReport> {
  const { release, settings } = index;
  const { channel, zone, handledAt } = report;
  const facts = {
    ...report.facts,
    ...(settings?.facts.channel !== undefined &&
      channel !== undefined && { [settings.facts.channel]: channel }),
    ...(settings && zone !== undefined && { [settings.facts.zone]: zone }),
    ...(settings && handledAt !== undefined && { [settings.facts.handledAt]: handledAt }),
  };
  const decision = await classify(release, facts, localDate(report.at, settings));
  const { outcome } = decision;
  const chosen = typeof outcome === 'string' && Object.hasOwn(release.procedures, outcome);
  return { decision, facts, ...(chosen && { procedure: outcome }) };
}
