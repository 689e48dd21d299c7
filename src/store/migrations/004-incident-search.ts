import { sql, type Migration } from 'kysely';
import { wordsOfReport } from '../queries/words-of-report.ts';

/**
 * Pages through incidents in their order, and finds them by the words of their reports. Words are looked up by pairs of
 * characters: Chinese has no blanks between words, and two characters are a word. An index over an expression keeps no
 * word that its report has lost.
 */
export const incidentSearch: Migration = {
  async up(db) {
    await sql`alter table incidents add column prompted integer not null default 0`.execute(db);
    await sql`drop index incidents_open`.execute(db);
    await sql`create index incidents_order on incidents (
      (case when closed_at is not null then 3 when prompted = 0 and pending_switch is null then 0
        when late > 0 then 1 else 2 end),
      (coalesce(next_due, 9223372036854775807)), (-reported_at), id)`.execute(db);
    await sql`create index incidents_running on incidents (release) where closed_at is null`.execute(
      db,
    );
    await sql`create table protecting_procedures (
      release text not null, procedure text not null, primary key (release, procedure))`.execute(
      db,
    );
    await sql`create function pairs_of(words text) returns text[] language sql immutable parallel safe as $$
      select coalesce(array_agg(distinct substr(lower(words), place, 2)), '{}')
      from generate_series(1, length(words) - 1) as place $$`.execute(db);
    await sql`create index reports_words on reports using gin (pairs_of(${wordsOfReport}))`.execute(
      db,
    );
  },
};
