import type { Answers, Condition } from '../model/condition.ts';
import { evaluate } from './evaluate.ts';

/** The fewest facts that would have to be answered otherwise for a condition to be true. */
export function unmetFacts(condition: Condition, answers: Answers): readonly string[] {
  if (evaluate(condition, answers) === true) return [];
  if (condition.kind === 'compare') return [condition.fact];
  const ways = condition.of.map((child) => unmetFacts(child, answers));
  if (condition.kind === 'all') return [...new Set(ways.flat())];
  return ways.reduce<readonly string[]>(
    (best, way) => (best.length === 0 || way.length < best.length ? way : best),
    [],
  );
}
