import type { LogEntry } from '../../model/log-entry.ts';
import { anyOf } from '../queries/any-of.ts';
import { incidentFrom } from '../queries/incident-row.ts';
import { stepFrom } from '../queries/step-row.ts';
import type { Writing } from '../database.ts';
import type { Projection } from './projection.ts';

type Stored = Pick<Projection, 'incident' | 'steps'>;

/** What entries are read onto: each incident's row, and the rows of the steps that a late mark refers to. */
export async function storedProjections(
  db: Writing['db'],
  fresh: readonly { readonly incident: string; readonly entries: readonly LogEntry[] }[],
): Promise<(incident: string) => Stored> {
  const ids = fresh.map(({ incident }) => incident);
  const incidents = await db
    .selectFrom('incidents')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .execute();
  const late = fresh.flatMap(({ entries }) =>
    entries.flatMap(({ step, data }) => (data.kind === 'late' && step !== undefined ? [step] : [])),
  );
  const steps =
    late.length === 0
      ? []
      : await db
          .selectFrom('steps')
          .selectAll()
          .where('incident', '=', anyOf(ids))
          .where('step', '=', anyOf(late))
          .execute();
  return (incident) => {
    const row = incidents.find(({ id }) => id === incident);
    const own = steps.filter((step) => step.incident === incident);
    return {
      ...(row && { incident: projected(row) }),
      steps: Object.fromEntries(own.map((step) => [step.step, stepFrom(step)])),
    };
  };
}

function projected(row: Parameters<typeof incidentFrom>[0]) {
  const { openSteps: _openSteps, late: _late, nextDue: _nextDue, ...incident } = incidentFrom(row);
  return incident;
}
