import type { IncidentView } from '../../contract/incident-contract.ts';
import type { Text } from '../../model/text.ts';

/** Titles of what an incident's page names by id: its steps, facts and roles. */
export function knownTitles(incident: IncidentView): Readonly<Record<string, Text>> {
  const titles: Record<string, Text> = {};
  for (const { role, title } of incident.bindings) titles[role] = title;
  for (const { id, ask } of incident.answerable) titles[id] = ask;
  for (const { id, title } of incident.facts) titles[id] = title;
  for (const step of incident.steps) {
    titles[step.id] = step.title;
    for (const { id, title } of [...step.undecidedFor, ...step.evidenceNeeded])
      titles[id] ??= title;
    for (const { id, title } of [...step.basis, ...step.dueBasis]) titles[id] ??= title;
  }
  return titles;
}
