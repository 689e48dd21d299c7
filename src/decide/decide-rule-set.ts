import { missingFacts } from '../conditions/missing-facts.ts';
import type { Answers, Condition } from '../model/condition.ts';
import type { Decision, DecisionRow } from '../model/decision.ts';
import type { RuleRow, RuleSet } from '../model/rule-set.ts';
import { decideConditions } from './decide-conditions.ts';
import { judgeRows } from './judge-rows.ts';
import type { JudgedRow } from './judged-row.ts';
import { likelyFirst } from './likely-first.ts';
import { nearestRows } from './nearest-rows.ts';

/** The options of deciding a rule set, besides its answers. */
export interface DecideOptions {
  /** Stands for the rule set's content: its engine is found again where the rule set was parsed anew. */
  readonly key?: string | undefined;
  /** Rows that may not fire, whatever their condition. */
  readonly isBarred?: (row: RuleRow) => boolean;
}

/** Decides a rule set. A row whose condition is unknown counts as not matched, and the facts it lacks are named. */
export async function decideRuleSet(
  ruleSet: RuleSet,
  answers: Answers,
  { key, isBarred = () => false }: DecideOptions = {},
): Promise<Decision> {
  const truths = await decideConditions(conditionsOf(ruleSet), answers, key);
  const rows = ruleSet.rows.map((row, number): JudgedRow => ({
    row,
    truth: isBarred(row) ? false : truths[number]!,
  }));
  const { outcomes, because, score, mattered } = judgeRows(ruleSet, rows);
  const otherwise = outcomes.length === 0 && ruleSet.otherwise !== undefined;
  const given = otherwise ? [ruleSet.otherwise] : outcomes;
  const unknown = mattered.filter(({ truth }) => truth === null).map(({ row }) => row);
  const missing = likelyFirst(unknown, answers, ({ when }) => when).flatMap(({ when }) =>
    missingFacts(when, answers),
  );
  return {
    ruleSet: ruleSet.id,
    decides: ruleSet.decides,
    outcome: given[0] ?? null,
    outcomes: given,
    ...(score !== undefined && { score }),
    because: because.map(reasonOf),
    otherwise,
    missing: [...new Set(missing)],
    nearest: nearestRows(rows, given, answers),
  };
}

const conditionsByRuleSet = new WeakMap<RuleSet, readonly Condition[]>();

// The same array each time: the engine is found again by it.
function conditionsOf(ruleSet: RuleSet): readonly Condition[] {
  const conditions = conditionsByRuleSet.get(ruleSet) ?? ruleSet.rows.map(({ when }) => when);
  conditionsByRuleSet.set(ruleSet, conditions);
  return conditions;
}

function reasonOf({ id, because, basis, outcome, add }: RuleRow): DecisionRow {
  return {
    row: id,
    because,
    basis,
    ...(outcome !== undefined && { outcome }),
    ...(add !== undefined && { add }),
  };
}
