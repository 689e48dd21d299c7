import type { LogEntry } from '../../model/log-entry.ts';
import { incidentFrom } from '../queries/incident-row.ts';
import { stepFrom } from '../queries/step-row.ts';
import type { Writing } from '../database.ts';
import type { Projection } from './projection.ts';

/** What entries are read onto: the incident's row, and the rows of the steps that a late mark refers to. */
export async function storedProjection(
  db: Writing['db'],
  incident: string,
  entries: readonly LogEntry[],
): Promise<Pick<Projection, 'incident' | 'steps'>> {
  const row = await db
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', incident)
    .executeTakeFirst();
  const late = entries.flatMap(({ step, data }) =>
    data.kind === 'late' && step !== undefined ? [step] : [],
  );
  const steps =
    late.length === 0
      ? []
      : await db
          .selectFrom('steps')
          .selectAll()
          .where('incident', '=', incident)
          .where('step', 'in', late)
          .execute();
  return {
    ...(row && { incident: projected(row) }),
    steps: Object.fromEntries(steps.map((step) => [step.step, stepFrom(step)])),
  };
}

function projected(row: Parameters<typeof incidentFrom>[0]) {
  const { openSteps: _openSteps, late: _late, nextDue: _nextDue, ...incident } = incidentFrom(row);
  return incident;
}
