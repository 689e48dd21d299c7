import type { Condition } from '../model/condition.ts';

/** The facts that a condition reads, each once, in its order. */
export function factsOf(condition: Condition): readonly string[] {
  const facts = new Set<string>();
  collect(condition, facts);
  return [...facts];
}

function collect(condition: Condition, facts: Set<string>): void {
  if (condition.kind === 'compare') facts.add(condition.fact);
  else for (const child of condition.of) collect(child, facts);
}
