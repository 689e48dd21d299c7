import type { ReportTaken } from '../../contract/report-contract.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import type { Reader } from '../accounts/reader.ts';
import { loadPrompts } from '../acts/load-prompts.ts';
import type { ApiContext } from '../api-context.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { decisionView } from '../views/decision-view.ts';
import { procedureTitle } from '../views/title-of.ts';
import { startReport, type Starting } from './start-report.ts';

/** Starts a kept report's incident, unless it runs already, and says what became of it. */
export async function answerReport(
  context: ApiContext,
  { actor }: Reader,
  report: ReportRecord,
): Promise<ReportTaken> {
  const { incident, procedure, decision } = await startedOf(context, report);
  context.metrics.count('jiechu_reports_total', { pending: String(incident === undefined) });
  const { active: index } = context.releases;
  return {
    report: report.id,
    ...(procedure !== undefined && {
      standard: { id: procedure, title: procedureTitle({ index }, procedure) },
    }),
    ...(decision && isUnplaced(index, procedure) && { unplaced: true as const }),
    ...(decision && { decision: decisionView(index, decision) }),
    ...(incident === undefined
      ? { pending: true as const }
      : { incident, prompts: (await loadPrompts(context, actor, incident)).prompts }),
  };
}

const isUnplaced = ({ release }: ReleaseIndex, procedure: string | undefined): boolean =>
  procedure === undefined || procedure === release.unclassified;

async function startedOf(context: ApiContext, report: ReportRecord): Promise<Starting> {
  return report.status === 'inbox' ? startReport(context, report) : report;
}
