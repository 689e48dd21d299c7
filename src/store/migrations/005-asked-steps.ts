import { sql, type Migration } from 'kysely';

/** The role that is asked for the answer that an undecided step waits for, where no step asks it. */
export const askedSteps: Migration = {
  async up(db) {
    await sql`alter table steps add column asked_role text, add column asked_due bigint,
      add column asked_late_at bigint`.execute(db);
    await sql`drop index steps_wanted`.execute(db);
    await sql`create index steps_wanted on steps ((coalesce(judge_due, asked_due, due_now)))
      where status = 'open' or judge_role is not null or asked_role is not null`.execute(db);
    await sql`create index steps_asked on steps (asked_role) where asked_role is not null`.execute(
      db,
    );
  },
};
