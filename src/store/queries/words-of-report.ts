import { sql } from 'kysely';

/** The text and the place of a report: the very expression that the index `reports_words` is over. */
export const wordsOfReport = sql<string>`coalesce(reports.text, '') || chr(10) || coalesce(reports.place, '')`;
