import { cutOffsUnsorted, unknownOutcome } from '../diagnostics/rule-set-problems.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { RuleSetSource } from '../model/source/rule-set-source.ts';
import { outcomesOf } from './outcomes-of.ts';
import type { RuleSetContext } from './rule-set-context.ts';

/** The cut-offs of a scored rule set, highest first. */
export function compileCutOffs(
  { file, source }: Sourced<RuleSetSource>,
  context: RuleSetContext,
): RuleSet['cutOffs'] {
  const outcomes = outcomesOf(source, context);
  const cutOffs = Object.entries(source['cut-offs'] ?? {}).map(([word, from]) => {
    const outcome = outcomes.find((candidate) => String(candidate) === word);
    const place = { file, path: ['cut-offs', word], at: 'key' } as const;
    if (outcome === undefined) context.report(unknownOutcome(place, word, outcomes));
    return { outcome: outcome ?? word, from };
  });
  // Outcomes that are numbers lose their order in an object: nothing can be said of it.
  const ordered = cutOffs.filter(({ outcome }) => typeof outcome === 'string');
  for (const [index, { outcome, from }] of ordered.entries()) {
    const before = ordered[index - 1];
    if (!before || from < before.from) continue;
    const place = { file, path: ['cut-offs', String(outcome)] };
    context.report(cutOffsUnsorted(place, String(outcome)));
  }
  return [...cutOffs].sort((a, b) => b.from - a.from);
}
