import { unmetFacts } from '../conditions/unmet-facts.ts';
import type { Answers } from '../model/condition.ts';
import type { Decision, NearRow } from '../model/decision.ts';
import type { RuleRow } from '../model/rule-set.ts';
import type { JudgedRow } from './judged-row.ts';
import { likelyFirst } from './likely-first.ts';

const shownMax = 3;

/**
 * The rows that did not fire, nearest first: those that a known answer speaks for, and those that lack least. A row
 * that would have led to the same is left out.
 */
export function nearestRows(
  rows: readonly JudgedRow[],
  outcomes: Decision['outcomes'],
  answers: Answers,
): readonly NearRow[] {
  const lacking = ({ when }: RuleRow) => unmetFacts(when, answers);
  const others = rows
    .filter(({ row, truth }) => truth !== true && !outcomes.some((one) => one === row.outcome))
    .map(({ row }) => row)
    .sort((a, b) => lacking(a).length - lacking(b).length);
  return likelyFirst(others, answers, ({ when }) => when)
    .slice(0, shownMax)
    .map((row) => ({
      row: row.id,
      because: row.because,
      ...(row.outcome !== undefined && { outcome: row.outcome }),
      unmet: lacking(row),
    }));
}
