import type { RuleSetSource } from '../model/source/rule-set-source.ts';

/** The outcomes that a rule set can decide. */
export function outcomesOf(
  { decides }: RuleSetSource,
  { outcomes }: { readonly outcomes: readonly string[] },
): readonly (string | number)[] {
  const decided = Object.values(decides)[0]!;
  return decided === 'standards' ? outcomes : decided;
}
