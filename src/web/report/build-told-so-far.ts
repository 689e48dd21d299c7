import type { ToldSoFar } from '../../contract/report-contract.ts';
import { buildReport } from './build-report.ts';
import type { ReportDraft } from './report-draft.ts';

/** What the rules may read of a report that is being typed: no name, phone or place. */
export function buildToldSoFar(draft: ReportDraft, channel: string | undefined): ToldSoFar {
  const { text, zone, handledAt, facts } = buildReport(draft, '');
  return {
    text,
    ...(channel === undefined ? {} : { channel }),
    ...(zone === undefined ? {} : { zone }),
    ...(handledAt === undefined ? {} : { handledAt }),
    ...(facts === undefined ? {} : { facts }),
  };
}
