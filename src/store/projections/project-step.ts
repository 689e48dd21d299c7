import type { LogData } from '../../model/log-entry.ts';
import type { StepRecord } from '../ports/incidents.ts';

/** A step as its latest entry shows it. */
export function projectStep(
  incident: string,
  data: Extract<LogData, { kind: 'step' }>,
): StepRecord {
  const { procedure, role, required, row, dueNow } = data;
  return {
    incident,
    step: row.step,
    procedure,
    role,
    required,
    ...(dueNow !== undefined && { dueNow }),
    row,
  };
}
