import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { cellMissing, cellUnknown, tableNeedsValues } from '../diagnostics/step-problems.ts';
import { unknownName } from '../diagnostics/unknown-name.ts';
import type { AnswerKind } from '../model/fact-spec.ts';
import type { Limit } from '../model/limit.ts';
import type { LimitTable } from '../model/procedure-spec.ts';
import type { DueSource } from '../model/source/due-source.ts';
import { inside } from './inside.ts';
import { parseLimit } from './parse-limit.ts';
import type { StepContext } from './step-context.ts';

const listedNumbersMax = 20;

/** Reads a table of limits by one or two facts. There must be a cell for every value; a row of one limit fills all. */
export function parseLimitTable(
  source: Exclude<DueSource, string>,
  place: ProblemPlace,
  context: StepContext,
): LimitTable {
  const { report } = context.catalog;
  const {
    within: _within,
    after: _after,
    custody: _custody,
    basis: _basis,
    by = [],
    ...rows
  } = source;
  const values = by.map((fact, index) => valuesOf(fact, inside(place, 'by', index), context));
  const cells: Record<string, Limit> = {};
  const missing: string[] = [];
  const fill = (cell: unknown, at: ProblemPlace, key: readonly string[]): void => {
    const of = values[key.length];
    if (of === undefined && typeof cell === 'string') cells[key.join('/')] = parseLimit(cell);
    else if (of === undefined) missing.push(key.join('/'));
    else if (isRow(cell)) {
      for (const value of Object.keys(cell)) {
        if (!of.includes(value)) report(cellUnknown(inside(at, value), value, of));
      }
      for (const value of of) fill(cell[value], inside(at, value), [...key, value]);
    } else for (const value of of) fill(cell, at, [...key, value]);
  };
  if (values.every((list) => list.length > 0)) fill(rows, place, []);
  if (missing.length > 0) report(cellMissing(place, missing));
  return { kind: 'table', by, cells };
}

const isRow = (cell: unknown): cell is Readonly<Record<string, unknown>> =>
  typeof cell === 'object' && cell !== null;

function valuesOf(
  fact: string,
  place: ProblemPlace,
  { condition: { facts, checkRead }, catalog: { report } }: StepContext,
): readonly string[] {
  const spec = facts.get(fact)?.value;
  if (!spec) {
    report(unknownName('fact', place, fact, [...facts.keys()]));
    return [];
  }
  checkRead?.(spec, place);
  const values = listedValues(spec.answer);
  if (values.length === 0) report(tableNeedsValues(place, fact));
  return values;
}

function listedValues(answer: AnswerKind): readonly string[] {
  if (answer.kind === 'choice') return answer.choices.map(({ value }) => value);
  if (answer.kind !== 'number') return [];
  const { min, max } = answer;
  const isListed = Number.isInteger(min) && Number.isInteger(max) && max - min < listedNumbersMax;
  return isListed ? Array.from({ length: max - min + 1 }, (_, index) => String(min + index)) : [];
}
