import type { Answers, Condition, Truth } from '../model/condition.ts';
import { createTruthRunner, type TruthRunner } from './truth-runner.ts';

const keptByKeyMax = 500;
const byKey = new Map<string, TruthRunner>();
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
  const runner = kept ?? createTruthRunner(conditions);
  if (key === undefined) byConditions.set(conditions, runner);
  else keepByKey(key, runner);
  return runner;
}

// The one used longest ago goes first: a map keeps the order of insertion.
function keepByKey(key: string, runner: TruthRunner): void {
  byKey.delete(key);
  byKey.set(key, runner);
  for (const oldest of byKey.keys()) {
    if (byKey.size <= keptByKeyMax) break;
    byKey.delete(oldest);
  }
}
