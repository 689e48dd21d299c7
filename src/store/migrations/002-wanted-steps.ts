import { sql, type Migration } from 'kysely';

/** Finds what is late and what falls due soon without reading the steps of every open incident. */
export const wantedSteps: Migration = {
  async up(db) {
    await sql`create index steps_wanted on steps ((coalesce(judge_due, due_now)))
      where status = 'open' or judge_role is not null`.execute(db);
    await sql`create index incidents_switching on incidents (id)
      where closed_at is null and pending_switch is not null`.execute(db);
  },
};
