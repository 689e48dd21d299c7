import { sql, type Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { IncidentNarrowing, Incidents } from '../ports/incidents.ts';
import type { Tables } from '../tables.ts';
import { answerFrom } from './answer-row.ts';
import { decisionFrom } from './decision-row.ts';
import { boundIn, incidentFrom } from './incident-row.ts';
import { known } from './known.ts';
import { readable } from './readable.ts';
import { stepFrom } from './step-row.ts';
import { watchedIncidents } from './watched-incidents.ts';

/** Incidents in a database. */
export function incidentQueries({ db }: Database): Incidents {
  return {
    ...incidentParts(db),
    ...openIncidents(db),
    ...watchedIncidents(db),

    async get(id) {
      const row = await db
        .selectFrom('incidents')
        .selectAll()
        .select(boundIn.as('bindings'))
        .where('id', '=', id)
        .executeTakeFirst();
      return row && incidentFrom(row);
    },

    async list({ limit, offset = 0, ...narrow }) {
      const rows = await narrowed(db, narrow)
        .selectAll()
        .select(boundIn.as('bindings'))
        .orderBy(sql`closed_at is null`, 'desc')
        .orderBy(sql`late > 0`, 'desc')
        .orderBy('next_due', (order) => order.asc().nullsLast())
        .orderBy('reported_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map(incidentFrom);
    },

    async count(narrow) {
      return narrowed(db, narrow)
        .select(({ fn }) => [
          fn.countAll<number>().as('all'),
          fn.countAll<number>().filterWhere('closed_at', 'is', null).as('open'),
          fn.countAll<number>().filterWhere('late', '>', 0).as('late'),
        ])
        .executeTakeFirstOrThrow();
    },

    async readable(id, reader) {
      const row = await db
        .selectFrom('incidents')
        .select('id')
        .where('id', '=', id)
        .where(readable(reader))
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function openIncidents(db: Kysely<Tables>): Pick<Incidents, 'openReleases' | 'openWithout'> {
  return {
    async openReleases() {
      const rows = await db
        .selectFrom('incidents')
        .select('release')
        .distinct()
        .where('closed_at', 'is', null)
        .execute();
      return rows.map(({ release }) => release);
    },

    async openWithout({ digest, otherReleases }, { after, limit }) {
      const rows = await db
        .selectFrom('incidents')
        .select(['id', 'calendars_published'])
        .where('closed_at', 'is', null)
        .where('id', '>', after)
        .where(({ and, eb, or }) =>
          or([
            eb('calendar', '!=', digest),
            and([
              eb('calendar', 'is', null),
              otherReleases.length === 0 ? sql.lit(false) : eb('release', 'in', otherReleases),
            ]),
          ]),
        )
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id, calendars_published: published }) => ({ id, published }));
    },
  };
}

function narrowed(db: Kysely<Tables>, narrow: Omit<IncidentNarrowing, 'limit' | 'offset'>) {
  const { reader, closed, procedure, kind, reportedFrom, reportedTo } = narrow;
  return db
    .selectFrom('incidents')
    .$if(reader !== undefined, (query) => query.where(readable(reader!)))
    .$if(closed !== undefined, (query) => query.where('closed_at', closed ? 'is not' : 'is', null))
    .$if(procedure !== undefined, (query) => query.where('procedure', '=', procedure!))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(reportedFrom !== undefined, (query) => query.where('reported_at', '>=', reportedFrom!))
    .$if(reportedTo !== undefined, (query) => query.where('reported_at', '<', reportedTo!));
}

function incidentParts(
  db: Kysely<Tables>,
): Pick<Incidents, 'step' | 'answers' | 'decisions' | 'known'> {
  return {
    async step(id, step) {
      const row = await db
        .selectFrom('steps')
        .selectAll()
        .where('incident', '=', id)
        .where('step', '=', step)
        .executeTakeFirst();
      return row && stepFrom(row);
    },

    async answers(id) {
      const rows = await db
        .selectFrom('answers')
        .selectAll()
        .where('incident', '=', id)
        .orderBy('at')
        .orderBy('fact')
        .execute();
      return rows.map(answerFrom);
    },

    async decisions(id) {
      const rows = await db
        .selectFrom('decisions')
        .select(['seq', 'at', 'decision'])
        .where('incident', '=', id)
        .orderBy('seq')
        .execute();
      return rows.map(decisionFrom);
    },

    known: (wanted) => known(db, wanted),
  };
}
