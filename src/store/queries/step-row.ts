import type { Selectable } from 'kysely';
import type { StepRecord } from '../ports/incidents.ts';
import type { StepTable } from '../tables.ts';
import { parseObject } from './parse-json.ts';

/** A step's row by its table and key. */
export const stepName = ({ incident, step }: Pick<StepTable, 'incident' | 'step'>): string =>
  `steps ${incident} ${step}`;

/** A step as its row has it. */
export function stepFrom(row: Selectable<StepTable>): StepRecord {
  return {
    incident: row.incident,
    step: row.step,
    procedure: row.procedure,
    role: row.role,
    required: row.required,
    ...(row.due_now !== null && { dueNow: row.due_now }),
    row: parseObject<StepRecord['row']>(row.row, 'step', 'status'),
  };
}
