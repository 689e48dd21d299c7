import type { IncidentPlace, IncidentRecord } from './ports/incidents.ts';

/** Where an incident stands in the list. */
export const placeInList = (incident: IncidentRecord): IncidentPlace => ({
  rank: rankOf(incident),
  due: incident.nextDue ?? null,
  reportedAt: incident.reportedAt,
  id: incident.id,
});

function rankOf({ closedAt, late, nobodyPrompted }: IncidentRecord): number {
  if (closedAt !== undefined) return 3;
  if (nobodyPrompted) return 0;
  return late > 0 ? 1 : 2;
}
