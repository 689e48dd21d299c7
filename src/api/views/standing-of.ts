import type { StepRow } from '../../model/step-row.ts';
import { freshRow } from '../../procedure/row-of.ts';
import type { Standing } from '../../procedure/standing.ts';
import type { IncidentRecord, StepRecord } from '../../store/ports/incidents.ts';
import type { Reading } from './reading.ts';

/** The standing of an incident as the engine has it, read from the store. A step that its log has not touched waits. */
export function standingOf(
  { bindings, incident, spec }: Pick<Reading, 'bindings' | 'incident' | 'spec'>,
  answers: Standing['answers'],
  records: readonly StepRecord[],
): Standing {
  const { closedAt, pendingSwitch, procedure, reportedAt, reports, unit } = incident;
  const rows: Record<string, StepRow> = {};
  for (const id of spec.order) rows[id] = freshRow(id);
  for (const { step, row } of records) rows[step] = row;
  return {
    procedure,
    unit,
    answers,
    bindings,
    reports,
    table: { report: reportedAt, rows, ...(closedAt !== undefined && { closed: closedAt }) },
    ...(pendingSwitch && { pendingSwitch: judged(pendingSwitch, spec.settings.leader) }),
  };
}

const judged = (
  { by = '', judge }: NonNullable<IncidentRecord['pendingSwitch']>,
  leader: string,
): NonNullable<Standing['pendingSwitch']> => ({ by, judge: { by: judge ?? leader } });
