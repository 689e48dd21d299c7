import type { Selectable } from 'kysely';
import type { AnswerRecord } from '../ports/log.ts';
import type { AnswerTable } from '../tables.ts';

/** An answer's row by its table and key. */
export const answerName = ({ incident, fact }: Pick<AnswerTable, 'incident' | 'fact'>): string =>
  `answers ${incident} ${fact}`;

/** An answer as its row has it. */
export const answerFrom = (row: Selectable<AnswerTable>): AnswerRecord => ({
  fact: row.fact,
  ...(row.value !== null && { value: JSON.parse(row.value) }),
  ...(row.commitment !== null && { commitment: row.commitment }),
  corrected: row.corrected,
  at: row.at,
  ...(row.by !== null && { by: row.by }),
});
