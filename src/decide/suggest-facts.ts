import type { FactValue } from '../model/fact-value.ts';
import type { Release } from '../model/release.ts';
import type { RuleSet } from '../model/rule-set.ts';

/** A fact that a word in a report suggests, for the operator to confirm. */
export interface SuggestedFact {
  readonly fact: string;
  readonly as: FactValue;
  /** The word as the rule set has it. */
  readonly word: string;
}

/** The facts that the words of a report suggest: those by which its standard is chosen and its priority moved. */
export function suggestFromWords(
  { classification, priorityRules, ruleSets }: Release,
  text: string,
): readonly SuggestedFact[] {
  const ids = new Set([classification, priorityRules].flatMap((id) => id ?? []));
  return [...ids].flatMap((id) => {
    const ruleSet = ruleSets[id];
    return ruleSet ? suggestFacts(ruleSet, text) : [];
  });
}

/** The facts that the words of a text suggest, each value once with the first word found. */
export function suggestFacts(ruleSet: RuleSet, text: string): readonly SuggestedFact[] {
  const normalised = normalise(text);
  const suggested = new Map<string, SuggestedFact>();
  for (const { fact, words, as } of ruleSet.suggest) {
    const key = JSON.stringify([fact, as]);
    const word = words.find((candidate) => contains(normalised, normalise(candidate)));
    if (word !== undefined && !suggested.has(key)) suggested.set(key, { fact, as, word });
  }
  return [...suggested.values()];
}

// Full-width letters and digits are common in Chinese reports.
const normalise = (text: string) => text.normalize('NFKC').toLowerCase();

/** A word of letters must begin where a word begins: `wife` is not in `midwife`, but `hit` is in `hits`. */
function contains(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!(isLatin(word[0]) && isLatin(text[at - 1]))) return true;
  }
  return false;
}

const isLatin = (character: string | undefined) =>
  character !== undefined && /[\p{Script=Latin}\p{Nd}]/u.test(character);
