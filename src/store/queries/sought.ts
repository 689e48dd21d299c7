import { sql, type RawBuilder } from 'kysely';
import type { ProtectedReader, SoughtWord } from '../ports/incidents.ts';
import { mayReadProtected } from './may-read-protected.ts';
import { wordsOfReport } from './words-of-report.ts';

/** True where an incident `incidents` has a word. Protected words count only for a reader who may read them. */
export const hasWord = (
  { word, procedures, units }: SoughtWord,
  reader: ProtectedReader | undefined,
): RawBuilder<boolean> =>
  sql<boolean>`(
    incidents.procedure = any(${[...procedures]}::text[])
    or incidents.unit = any(${[...units]}::text[])
    or ${isInNumber(word)}
    or (incidents.id in (select reports.incident from reports where ${isToldIn(word)})
      and ${reader === undefined ? sql`true` : mayReadProtected(reader)}))`;

// Numbers are of these letters only, so what lies between those of the list is not found.
const isInNumber = (word: string) =>
  /^[a-z0-9:-]+$/u.test(word)
    ? sql`position(${word} in lower(incidents.id || ' ' || incidents.reports)) > 0`
    : sql`false`;

// One character makes no pair: then every report is read.
const isToldIn = (word: string) => {
  const isThere = sql`position(${word} in lower(${wordsOfReport})) > 0`;
  return [...word].length < 2
    ? isThere
    : sql`pairs_of(${wordsOfReport}) @> pairs_of(${word}) and ${isThere}`;
};
