import type { IncidentView } from '../../contract/incident-contract.ts';
import type { Text } from '../../model/text.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import { moment } from './moment.ts';
import type { Reading } from './reading.ts';

/** A report as shown in its incident; who may not read what is protected sees when and how it came, no more. */
export function reportView(
  { mayReadProtected }: Pick<Reading, 'mayReadProtected'>,
  report: ReportRecord,
  channels: Readonly<Record<string, Text>>,
): IncidentView['reports'][number] {
  const { text, place, reporter } = report;
  return {
    id: report.id,
    at: moment(report.at),
    channel: channels[report.channel] ?? { zh: report.channel, en: report.channel },
    ...(mayReadProtected && {
      ...(text !== undefined && { text }),
      ...(place !== undefined && { place }),
      ...(reporter?.name !== undefined && { reporter: reporter.name }),
      ...(reporter?.phone !== undefined && { phone: reporter.phone }),
    }),
  };
}
