import type { LogData, LogEntry } from '../../model/log-entry.ts';
import type { AnswerRecord } from '../ports/log.ts';

/** The present answer to a fact: the latest one given. */
export function projectAnswer(
  { at, by }: LogEntry,
  data: Extract<LogData, { kind: 'fact' }>,
): AnswerRecord {
  const { fact, value, commitment, corrected } = data;
  return {
    fact,
    ...(value !== undefined && { value }),
    ...(commitment !== undefined && { commitment }),
    corrected,
    at,
    ...(by !== undefined && { by }),
  };
}
