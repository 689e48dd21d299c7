import type { ToldSoFar } from '../../contract/report-contract.ts';
import { buildReport } from './build-report.ts';
import type { ReportDraft } from './report-draft.ts';

/** The part of a report being typed that the rules may read: no name, phone or place. */
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
