import { sql, type Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { IncidentNarrowing, Incidents } from '../ports/incidents.ts';
import type { Tables } from '../tables.ts';
import { answerFrom, answerName } from './answer-row.ts';
import { decisionFrom, decisionName } from './decision-row.ts';
import { boundIn, incidentFrom, incidentName } from './incident-row.ts';
import { incidentOrder, isBehind, isUpTo } from './incident-order.ts';
import { known } from './known.ts';
import { readable } from './readable.ts';
import { hasWord } from './sought.ts';
import { stepFrom, stepName } from './step-row.ts';
import { watchedIncidents } from './watched-incidents.ts';

/** Incidents in a database. */
export function incidentQueries({ db, unreadable }: Database): Incidents {
  return {
    ...incidentParts({ db, unreadable }),
    ...openIncidents(db),
    ...watchedIncidents(db),

    async get(id) {
      const row = await db
        .selectFrom('incidents')
        .selectAll()
        .select(boundIn.as('bindings'))
        .where('id', '=', id)
        .executeTakeFirst();
      return row && unreadable.one(row, incidentName(row), incidentFrom);
    },

    async list({ limit, after, ...narrow }) {
      const rows = await narrowed(db, narrow)
        .selectAll()
        .select(boundIn.as('bindings'))
        .$if(after !== undefined, (query) => query.where(isBehind(after!)))
        .orderBy(incidentOrder)
        .limit(limit)
        .execute();
      return unreadable.each(rows, incidentName, incidentFrom);
    },

    async count(narrow, upTo) {
      return narrowed(db, narrow)
        .select(({ fn }) => [
          fn.countAll<number>().as('all'),
          fn.countAll<number>().filterWhere('late', '>', 0).as('late'),
          fn.countAll<number>().filterWhere(nobodyPrompted).as('nobodyPrompted'),
          fn
            .countAll<number>()
            .filterWhere(upTo === undefined ? sql<boolean>`false` : isUpTo(upTo))
            .as('before'),
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

const nobodyPrompted = sql<boolean>`(closed_at is null and prompted = 0 and pending_switch is null)`;

function narrowed(db: Kysely<Tables>, narrow: IncidentNarrowing) {
  const { reader, closed, procedure, kind, reportedFrom, reportedTo } = narrow;
  const { units, priority, sought = [] } = narrow;
  return db
    .selectFrom('incidents')
    .$if(reader !== undefined, (query) => query.where(readable(reader!)))
    .$if(closed !== undefined, (query) => query.where('closed_at', closed ? 'is not' : 'is', null))
    .$if(procedure !== undefined, (query) => query.where('procedure', '=', procedure!))
    .$if(units !== undefined, (query) =>
      query.where(sql<boolean>`incidents.unit = any(${[...units!]}::text[])`),
    )
    .$if(priority !== undefined, (query) => query.where('priority', '=', priority!))
    .$if(sought.length > 0, (query) =>
      query.where(
        sql<boolean>`${sql.join(
          sought.map((word) => hasWord(word, reader)),
          sql` and `,
        )}`,
      ),
    )
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(reportedFrom !== undefined, (query) => query.where('reported_at', '>=', reportedFrom!))
    .$if(reportedTo !== undefined, (query) => query.where('reported_at', '<', reportedTo!));
}

function incidentParts({
  db,
  unreadable,
}: Pick<Database, 'db' | 'unreadable'>): Pick<
  Incidents,
  'step' | 'answers' | 'decisions' | 'known'
> {
  return {
    async step(id, step) {
      const row = await db
        .selectFrom('steps')
        .selectAll()
        .where('incident', '=', id)
        .where('step', '=', step)
        .executeTakeFirst();
      return row && unreadable.one(row, stepName(row), stepFrom);
    },

    async answers(id) {
      const rows = await db
        .selectFrom('answers')
        .selectAll()
        .where('incident', '=', id)
        .orderBy('at')
        .orderBy('fact')
        .execute();
      return unreadable.each(rows, answerName, answerFrom);
    },

    async decisions(id) {
      const rows = await db
        .selectFrom('decisions')
        .select(['seq', 'at', 'decision'])
        .where('incident', '=', id)
        .orderBy('seq')
        .execute();
      return unreadable.each(rows, decisionName(id), decisionFrom);
    },

    known: (wanted) => known({ db, unreadable }, wanted),
  };
}
