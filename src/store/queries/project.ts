import type { LogEntry } from '../../model/log-entry.ts';
import type { Writing } from '../database.ts';
import type { IncidentProjection } from '../projections/projection.ts';
import { projectEntries } from '../projections/project-entries.ts';
import { projectionRows } from '../projections/projection-rows.ts';
import { takenReports } from '../projections/taken-reports.ts';
import type { StepRecord } from '../ports/incidents.ts';
import { anyOf } from './any-of.ts';
import { stepFrom } from './step-row.ts';
import type { RowsToWrite } from './write-rows.ts';

/** New entries of an incident, oldest first, and the projection that they are read onto. */
export interface FreshEntries {
  readonly incident: string;
  readonly entries: readonly LogEntry[];
  readonly projection?: IncidentProjection | undefined;
}

/** The changes that entries make, as rows to write. */
export async function project(
  db: Writing['db'],
  fresh: readonly FreshEntries[],
): Promise<RowsToWrite> {
  const steps = await lateSteps(db, fresh);
  const projections = fresh.map(({ incident, entries, projection }) => {
    const own = steps.filter((step) => step.incident === incident);
    return projectEntries(incident, entries, {
      ...(projection && { incident: projection }),
      steps: Object.fromEntries(own.map((step) => [step.step, step])),
    });
  });
  return {
    ...projectionRows(projections),
    taken_reports: fresh.flatMap(({ incident, entries }) => takenReports(incident, entries)),
  };
}

// A late mark names its step, and the notice of it says what the step's row says.
async function lateSteps(
  db: Writing['db'],
  fresh: readonly FreshEntries[],
): Promise<readonly StepRecord[]> {
  const late = fresh.flatMap(({ incident, entries }) =>
    entries.flatMap(({ step, data }) =>
      data.kind === 'late' && step !== undefined ? [{ incident, step }] : [],
    ),
  );
  if (late.length === 0) return [];
  const rows = await db
    .selectFrom('steps')
    .selectAll()
    .where('incident', '=', anyOf([...new Set(late.map(({ incident }) => incident))]))
    .where('step', '=', anyOf([...new Set(late.map(({ step }) => step))]))
    .execute();
  return rows.map(stepFrom);
}
