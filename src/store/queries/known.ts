import { sql, type Kysely, type Selectable } from 'kysely';
import type { KnownRecord, WantedKnown } from '../ports/incidents.ts';
import type { AnswerTable, PersonalValueTable, StepTable, Tables } from '../tables.ts';
import { answerFrom } from './answer-row.ts';
import { decisionFrom, type DecisionRow } from './decision-row.ts';
import { personalFrom } from './personal-row.ts';
import { stepFrom } from './step-row.ts';

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
  db: Kysely<Tables>,
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
  return new Map(rows.map((row) => [row.id, knownFrom(row)]));
}

const knownFrom = ({ answers, decisions, personal, steps }: KnownRow): KnownRecord => ({
  answers: rowsOf<Selectable<AnswerTable>>(answers).map(answerFrom),
  decisions: rowsOf<DecisionRow>(decisions).map(decisionFrom),
  personal: personalFrom(rowsOf<Selectable<PersonalValueTable>>(personal)),
  steps: rowsOf<Selectable<StepTable>>(steps).map(stepFrom),
});

const rowsOf = <Row>(json: string): readonly Row[] => JSON.parse(json) as readonly Row[];
