import type { LogEntry } from '../../model/log-entry.ts';
import { projectAnswer } from './project-answer.ts';
import { projectIncident } from './project-incident.ts';
import { projectNotices } from './project-notices.ts';
import { projectStep } from './project-step.ts';
import type { Projection } from './projection.ts';

/** Reads entries onto a projection, in their order. Pure: the same entries give the same rows however they are cut. */
export function projectEntries(
  incident: string,
  entries: readonly LogEntry[],
  stored: Pick<Projection, 'incident' | 'steps'>,
): Projection {
  const begun: Projection = { ...stored, answers: {}, bindings: {}, decisions: [], notices: [] };
  return entries.reduce((projection, entry) => projectEntry(incident, projection, entry), begun);
}

function projectEntry(incident: string, projection: Projection, entry: LogEntry): Projection {
  const next = {
    ...projection,
    incident: projectIncident(incident, projection.incident, entry),
    notices: [...projection.notices, ...projectNotices(incident, projection.steps, entry)],
  };
  const { seq, at, data } = entry;
  switch (data.kind) {
    case 'step':
      return { ...next, steps: { ...next.steps, [data.row.step]: projectStep(incident, data) } };
    case 'fact':
      return { ...next, answers: { ...next.answers, [data.fact]: projectAnswer(entry, data) } };
    case 'bound':
      return { ...next, bindings: { ...next.bindings, [data.role]: data.binding } };
    case 'decided':
      return { ...next, decisions: [...next.decisions, { seq, at, decision: data.decision }] };
    default:
      return next;
  }
}
