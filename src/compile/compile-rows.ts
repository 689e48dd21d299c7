import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import {
  outcomeMissing,
  rowBasisMissing,
  unknownOutcome,
  unknownRowKey,
} from '../diagnostics/rule-set-problems.ts';
import type { RuleRow } from '../model/rule-set.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { RuleRowSource, RuleSetSource } from '../model/source/rule-set-source.ts';
import { asList } from './as-list.ts';
import { atKey } from './at-key.ts';
import { checkBasis } from './check-basis.ts';
import { inside } from './inside.ts';
import { outcomesOf } from './outcomes-of.ts';
import { parseCondition } from './parse-condition.ts';
import type { RuleSetContext } from './rule-set-context.ts';

/** The rows of a rule set; overrides stand before what is scored, because they decide before it. */
export function compileRows(
  { file, source }: Sourced<RuleSetSource>,
  context: RuleSetContext,
): readonly RuleRow[] {
  const rowsOf = (key: 'rows' | 'score' | 'overrides') =>
    Object.entries(source[key] ?? {}).map(([id, row]) => {
      const place = { file, path: [key, id] };
      const outcome = key === 'score' ? undefined : outcomeOf(id, row, place, source, context);
      return {
        id,
        when: parseCondition(row.when, inside(place, 'when'), context.condition),
        ...(outcome !== undefined && { outcome }),
        ...(key === 'score' && row.add !== undefined && { add: row.add }),
        because: row.because,
        basis: basisOf(id, row, place, source, context),
        override: key === 'overrides',
      };
    });
  return [...rowsOf('overrides'), ...rowsOf('rows'), ...rowsOf('score')];
}

const wordsOfRow = ['when', 'because', 'basis', 'add'];

function outcomeOf(
  id: string,
  row: RuleRowSource,
  place: ProblemPlace,
  source: RuleSetSource,
  context: RuleSetContext,
): string | number | undefined {
  const { report } = context;
  const decides = Object.keys(source.decides)[0]!;
  for (const key of Object.keys(row)) {
    if (key === decides || wordsOfRow.includes(key)) continue;
    report(unknownRowKey(atKey(inside(place, key)), key, decides));
  }
  const outcome = row[decides];
  if (typeof outcome !== 'string' && typeof outcome !== 'number') {
    report(outcomeMissing(atKey(place), id, decides));
    return undefined;
  }
  const outcomes = outcomesOf(source, context);
  if (!outcomes.includes(outcome)) {
    report(unknownOutcome(inside(place, decides), outcome, outcomes));
  }
  return outcome;
}

function basisOf(
  id: string,
  row: RuleRowSource,
  place: ProblemPlace,
  source: RuleSetSource,
  context: RuleSetContext,
): readonly string[] {
  const own = checkBasis(row.basis, inside(place, 'basis'), context);
  const basis = own.length > 0 ? own : asList(source.basis);
  if (basis.length === 0) context.report(rowBasisMissing(atKey(place), id));
  return basis;
}
