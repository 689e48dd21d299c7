import type { IncidentView } from '../../contract/incident-contract.ts';
import type { Text } from '../../model/text.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import { factLabel } from './fact-label.ts';
import { isHiddenFact } from './is-hidden-fact.ts';
import { moment } from './moment.ts';
import type { Reading } from './reading.ts';
import { ruleFactTitle } from './title-of.ts';

type ReportView = IncidentView['reports'][number];

/** A report as shown in its incident; who may not read what is protected sees when and how it came, no more. */
export function reportView(
  reading: Pick<Reading, 'mayReadProtected' | 'index' | 'names'>,
  report: ReportRecord,
  channels: Readonly<Record<string, Text>>,
): ReportView {
  const { text, place, reporter } = report;
  return {
    id: report.id,
    at: moment(report.at),
    channel: channels[report.channel] ?? { zh: report.channel, en: report.channel },
    ...(reading.mayReadProtected && {
      ...(text !== undefined && { text }),
      ...(place !== undefined && { place }),
      ...(reporter?.name !== undefined && { reporter: reporter.name }),
      ...(reporter?.phone !== undefined && { phone: reporter.phone }),
    }),
    facts: confirmed(reading, report),
  };
}

function confirmed(
  reading: Pick<Reading, 'mayReadProtected' | 'index' | 'names'>,
  { facts }: ReportRecord,
): ReportView['facts'] {
  const { index, mayReadProtected } = reading;
  return Object.entries(facts).map(([id, given]) => {
    const fact = Object.hasOwn(index.facts, id) ? index.facts[id] : undefined;
    const value = !mayReadProtected && isHiddenFact(fact) ? undefined : given;
    const label = fact && value !== undefined ? factLabel(reading, fact, value) : undefined;
    return {
      id,
      title: ruleFactTitle({ index }, id),
      ...(value !== undefined && { value }),
      ...(label && { label }),
    };
  });
}
