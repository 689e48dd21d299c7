import type { Decision } from '../model/decision.ts';
import type { RuleRow, RuleSet } from '../model/rule-set.ts';
import type { JudgedRow } from './judged-row.ts';

/** The result of the rows of a rule set, before its `otherwise`. */
export interface Judgement {
  readonly outcomes: Decision['outcomes'];
  /** The rows that decided. */
  readonly because: readonly RuleRow[];
  readonly score?: number;
  /** The rows that could have changed it, had they been decided. */
  readonly mattered: readonly JudgedRow[];
}

/** Brings the rows together as the rule set's `hit` says. */
export function judgeRows({ hit, cutOffs }: RuleSet, rows: readonly JudgedRow[]): Judgement {
  switch (hit) {
    case 'first':
      return firstOf(rows) ?? { outcomes: [], because: [], mattered: rows };
    case 'all': {
      const because = matched(rows);
      return { outcomes: outcomesOf(because), because, mattered: rows };
    }
    case 'score':
      return judgeScore(cutOffs, rows);
  }
}

function judgeScore(cutOffs: RuleSet['cutOffs'], rows: readonly JudgedRow[]): Judgement {
  const because = matched(rows).filter((row) => !row.override);
  const score = because.reduce((sum, row) => sum + (row.add ?? 0), 0);
  const override = firstOf(rows.filter(({ row }) => row.override));
  if (override) return { ...override, score };
  const reached = cutOffs.find(({ from }) => score >= from);
  return { outcomes: reached ? [reached.outcome] : [], because, score, mattered: rows };
}

function firstOf(rows: readonly JudgedRow[]): Judgement | undefined {
  const index = rows.findIndex(({ truth }) => truth === true);
  const fired = rows[index]?.row;
  return (
    fired && { outcomes: outcomesOf([fired]), because: [fired], mattered: rows.slice(0, index) }
  );
}

const matched = (rows: readonly JudgedRow[]) =>
  rows.filter(({ truth }) => truth === true).map(({ row }) => row);

const outcomesOf = (rows: readonly RuleRow[]) => [
  ...new Set(rows.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]))),
];
