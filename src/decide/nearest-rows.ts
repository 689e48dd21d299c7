import { unmetFacts } from '../conditions/unmet-facts.ts';
import type { Answers } from '../model/condition.ts';
import type { Decision, NearRow } from '../model/decision.ts';
import type { JudgedRow } from './judged-row.ts';

const shownMax = 3;

/** The rows that did not fire and lack least, nearest first; a row that would have led to the same is left out. */
export function nearestRows(
  rows: readonly JudgedRow[],
  outcomes: Decision['outcomes'],
  answers: Answers,
): readonly NearRow[] {
  return rows
    .filter(({ row, truth }) => truth !== true && !outcomes.some((one) => one === row.outcome))
    .map(({ row: { id, because, outcome, when } }) => ({
      row: id,
      because,
      ...(outcome !== undefined && { outcome }),
      unmet: unmetFacts(when, answers),
    }))
    .sort((a, b) => a.unmet.length - b.unmet.length)
    .slice(0, shownMax);
}
