import type { IncidentList } from '../../contract/incident-contract.ts';
import type { Text } from '../../model/text.ts';
import type { ReportRecord } from '../../store/ports/reports.ts';
import type { FoundIncident } from '../access/find-incident.ts';
import { firstWords } from './first-words.ts';
import { moment } from './moment.ts';
import { optionalMoments } from './optional-moments.ts';
import { procedureTitle } from './title-of.ts';

/** An incident as one line of a list. What tells it from others of its kind is protected, and hidden with the rest. */
export const incidentLine = (
  { incident, index, names }: FoundIncident,
  told: {
    readonly mayReadProtected: boolean;
    readonly report?: Pick<ReportRecord, 'text' | 'place'> | undefined;
    readonly waitsFor?: Text[] | undefined;
  },
): IncidentList['incidents'][number] => ({
  id: incident.id,
  standard: { id: incident.procedure, title: procedureTitle({ index }, incident.procedure) },
  priority: incident.priority,
  unit: names.unit(incident.unit),
  ...(told.mayReadProtected && placeAndWords(told.report ?? {})),
  hidden: !told.mayReadProtected,
  reportedAt: moment(incident.reportedAt),
  ...optionalMoments(incident, 'closedAt', 'nextDue'),
  late: incident.late,
  openSteps: incident.openSteps,
  nobodyPrompted: incident.nobodyPrompted,
  ...(told.waitsFor && { waitsFor: told.waitsFor }),
});

const placeAndWords = ({ place, text }: Pick<ReportRecord, 'text' | 'place'>) => ({
  ...(place !== undefined && { place }),
  ...(text !== undefined && { words: firstWords(text) }),
});
