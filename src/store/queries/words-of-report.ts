import { sql } from 'kysely';

/** What a report says and where: the very expression that the index `reports_words` is over. */
export const wordsOfReport = sql<string>`coalesce(reports.text, '') || chr(10) || coalesce(reports.place, '')`;
