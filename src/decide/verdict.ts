import { answersAfterDecisions } from '../conditions/answers-after-decisions.ts';
import type { Answers, Condition } from '../model/condition.ts';
import type { Decision } from '../model/decision.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { Verdict } from '../model/verdict.ts';
import { decideConditions } from './decide-conditions.ts';
import { decideRuleSet } from './decide-rule-set.ts';

/** A request for a verdict: the things to decide, and the answers to decide them from. */
export interface VerdictRequest {
  readonly conditions: readonly Condition[];
  /** Decided in this order, each reading the outcomes of those before it. */
  readonly ruleSets: readonly RuleSet[];
  readonly answers: Answers;
  /** A fact whose number a decision may only lower: a priority rises, and falls by a person alone. */
  readonly onlyLowered?: string;
  /** Stands for conditions and rule sets alike, such as release hash and procedure: engines are kept by it. */
  readonly key?: string;
}

/** Decides the rule sets, then the conditions over the answers as they are with the outcomes among them. */
export async function verdict(request: VerdictRequest): Promise<Verdict> {
  const keyOf = (what: string) =>
    request.key === undefined ? undefined : `${request.key} ${what}`;
  const decisions: Decision[] = [];
  let answers = request.answers;
  for (const ruleSet of request.ruleSets) {
    const decision = await decideRuleSet(ruleSet, answers, {
      key: keyOf(`rules ${ruleSet.id}`),
    });
    decisions.push(decision);
    if (counts(decision, answers, request.onlyLowered)) {
      answers = answersAfterDecisions(answers, [decision]);
    }
  }
  return {
    holds: await decideConditions(request.conditions, answers, keyOf('conditions')),
    decisions,
  };
}

function counts({ decides, outcome }: Decision, answers: Answers, onlyLowered?: string): boolean {
  const present = answers[decides];
  return decides !== onlyLowered || present === undefined || Number(outcome) < Number(present);
}
