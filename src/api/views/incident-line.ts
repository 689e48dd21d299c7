import type { IncidentList } from '../../contract/incident-contract.ts';
import type { IncidentRecord } from '../../store/ports/incidents.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import type { DirectoryNames } from './directory-names.ts';
import { moment } from './moment.ts';
import { optionalMoments } from './optional-moments.ts';
import { procedureTitle } from './title-of.ts';

/** An incident as one line of a list: ids, codes and numbers only, nothing that is protected. */
export const incidentLine = (
  incident: IncidentRecord,
  { index, names }: { readonly index: ReleaseIndex; readonly names: DirectoryNames },
): IncidentList['incidents'][number] => ({
  id: incident.id,
  standard: { id: incident.procedure, title: procedureTitle({ index }, incident.procedure) },
  priority: incident.priority,
  unit: names.unit(incident.unit),
  reportedAt: moment(incident.reportedAt),
  ...optionalMoments(incident, 'closedAt', 'nextDue'),
  late: incident.late,
  openSteps: incident.openSteps,
});
