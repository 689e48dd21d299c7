import { sql, type Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { KnownRecord, WantedKnown } from '../ports/incidents.ts';
import type { AnswerTable, PersonalValueTable, StepTable } from '../tables.ts';
import { answerFrom, answerName } from './answer-row.ts';
import { decisionFrom, decisionName, type DecisionRow } from './decision-row.ts';
import { personalFrom } from './personal-row.ts';
import { stepFrom, stepName } from './step-row.ts';

interface KnownRow {
  readonly id: string;
  /** Lists of rows as JSON. */
  readonly answers: string;
  readonly decisions: string;
  readonly personal: string;
  readonly steps: string;
}

/** Reads what is known in incidents, all in one question: a page of prompts asks for dozens. */
export async function known(
  { db, unreadable }: Pick<Database, 'db' | 'unreadable'>,
  wanted: readonly WantedKnown[],
): Promise<ReadonlyMap<string, KnownRecord>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<KnownRow>`
    select wanted.id,
      (select coalesce(json_agg(to_json(answers) order by at, fact), '[]')::text
        from answers where answers.incident = wanted.id) as answers,
      (select coalesce(json_agg(to_json(latest) order by seq), '[]')::text
        from (select distinct on (rule_set) seq, at, decision from decisions
          where decisions.incident = wanted.id order by rule_set, seq desc) as latest) as decisions,
      (select coalesce(json_agg(to_json(personal_values)), '[]')::text
        from personal_values
        where personal_values.incident = wanted.id and wanted.personal) as personal,
      (select coalesce(json_agg(to_json(its)), '[]')::text
        from steps as its where its.incident = wanted.id and wanted.steps) as steps
    from json_to_recordset(${JSON.stringify(wanted)}::json)
      as wanted (id text, personal boolean, steps boolean)`.execute(db);
  return new Map(rows.map((row) => [row.id, knownFrom(unreadable, row)]));
}

const knownFrom = (
  unreadable: Database['unreadable'],
  { id, answers, decisions, personal, steps }: KnownRow,
): KnownRecord => ({
  answers: unreadable.each(rowsOf<Selectable<AnswerTable>>(answers), answerName, answerFrom),
  decisions: unreadable.each(rowsOf<DecisionRow>(decisions), decisionName(id), decisionFrom),
  personal: personalFrom(unreadable, id, rowsOf<Selectable<PersonalValueTable>>(personal)),
  steps: unreadable.each(rowsOf<Selectable<StepTable>>(steps), stepName, stepFrom),
});

const rowsOf = <Row>(json: string): readonly Row[] => JSON.parse(json) as readonly Row[];
