import { sql, type Insertable, type Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { Directory, Unit } from '../ports/directory.ts';
import type { UnitTable } from '../tables.ts';
import { endSessions } from './end-sessions.ts';
import { personFrom, rowOfPerson } from './person-row.ts';

/** Units and people in a database. */
export function directoryQueries({ db, write }: Database): Directory {
  return {
    replace: ({ units, people }) =>
      write(async (writing) => {
        const { db, announce } = writing;
        for (const unit of units) {
          const row = rowOfUnit(unit);
          await db
            .insertInto('units')
            .values(row)
            .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
            .execute();
        }
        for (const person of people) {
          const row = rowOfPerson(person);
          await db
            .insertInto('people')
            .values(row)
            .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
            .execute();
        }
        const left = people.filter(({ active }) => !active).map(({ id }) => id);
        await endSessions(writing, left);
        // Others may hold other roles, or stand in another unit, than when their page was opened.
        await announce({ at: 0, noticed: false, standing: '*' });
      }),

    async units() {
      const rows = await db.selectFrom('units').selectAll().orderBy('id').execute();
      return rows.map(unitFrom);
    },

    async unit(id) {
      const row = await db.selectFrom('units').selectAll().where('id', '=', id).executeTakeFirst();
      return row && unitFrom(row);
    },

    async people({ unit, role, active } = {}) {
      const rows = await db
        .selectFrom('people')
        .selectAll()
        .$if(unit !== undefined, (query) => query.where('unit', '=', unit!))
        .$if(role !== undefined, (query) => query.where(sql<boolean>`${role} = any(roles)`))
        .$if(active !== undefined, (query) => query.where('active', '=', active!))
        .orderBy('id')
        .execute();
      return rows.map(personFrom);
    },

    async person(id) {
      const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
      return row && personFrom(row);
    },

    async below(unit) {
      // `union`, not `union all`: a unit that is by mistake below itself ends the search.
      const { rows } = await sql<{ id: string }>`
        with recursive below (id) as (
          select id from units where id = ${unit}
          union
          select units.id from units join below on units.parent = below.id)
        select id from below order by id`.execute(db);
      return rows.map(({ id }) => id);
    },
  };
}

function rowOfUnit(unit: Unit): Insertable<UnitTable> {
  return {
    id: unit.id,
    parent: unit.parent ?? null,
    kind: unit.kind,
    title_zh: unit.title.zh,
    title_en: unit.title.en,
    zone: unit.zone ?? null,
    partner: unit.partner ?? null,
    latitude: unit.position?.latitude ?? null,
    longitude: unit.position?.longitude ?? null,
  };
}

function unitFrom(row: Selectable<UnitTable>): Unit {
  const { id, parent, kind, zone, partner, latitude, longitude } = row;
  return {
    id,
    ...(parent !== null && { parent }),
    kind,
    title: { zh: row.title_zh, en: row.title_en },
    ...(zone !== null && { zone }),
    ...(partner !== null && { partner }),
    ...(latitude !== null && longitude !== null && { position: { latitude, longitude } }),
  };
}
