import type { Answers, Condition, Truth } from '../model/condition.ts';
import { RecentlyUsed } from '../model/recently-used.ts';
import { createTruthRunner, type TruthRunner } from './truth-runner.ts';

const byKey = new RecentlyUsed<string, TruthRunner>(500);
const byConditions = new WeakMap<readonly Condition[], TruthRunner>();

/**
 * The truth of each condition, decided by json-rules-engine.
 * The engine is kept for the same array, or for the same `key`: a key must always go with the same conditions.
 */
export function decideConditions(
  conditions: readonly Condition[],
  answers: Answers,
  key?: string,
): Promise<readonly Truth[]> {
  if (conditions.length === 0) return Promise.resolve([]);
  return runnerFor(conditions, key)(answers);
}

function runnerFor(conditions: readonly Condition[], key: string | undefined): TruthRunner {
  const kept = key === undefined ? byConditions.get(conditions) : byKey.get(key);
  if (kept !== undefined) return kept;
  const runner = createTruthRunner(conditions);
  if (key === undefined) byConditions.set(conditions, runner);
  else byKey.set(key, runner);
  return runner;
}
