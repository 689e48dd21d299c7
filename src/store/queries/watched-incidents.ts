import type { Kysely } from 'kysely';
import type { Incidents } from '../ports/incidents.ts';
import type { Tables } from '../tables.ts';

/** The queries of a watch over open incidents. */
export function watchedIncidents(
  db: Kysely<Tables>,
): Pick<Incidents, 'openAfter' | 'newestOpen' | 'behind'> {
  return {
    async openAfter(id, limit) {
      const rows = await db
        .selectFrom('incidents')
        .select('id')
        .where('closed_at', 'is', null)
        .where('id', '>', id)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },

    async newestOpen(limit) {
      const rows = await db
        .selectFrom('incidents')
        .select('id')
        .where('closed_at', 'is', null)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },

    async behind(before, limit) {
      const rows = await db
        .selectFrom('steps')
        .innerJoin('incidents', 'incidents.id', 'steps.incident')
        .select('incidents.id')
        .distinct()
        .where('incidents.closed_at', 'is', null)
        .where(({ and, eb, or }) =>
          or([
            and([
              eb('judge_role', 'is', null),
              eb('steps.status', '=', 'open'),
              eb('due_now', '<', before),
              eb('late_at', 'is', null),
            ]),
            and([
              eb('judge_role', 'is not', null),
              eb('judge_due', '<', before),
              eb('judge_late_at', 'is', null),
            ]),
          ]),
        )
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
  };
}
