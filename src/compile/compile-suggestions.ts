import { suggestionNeedsAnswer } from '../diagnostics/rule-set-problems.ts';
import type { Suggestion } from '../model/rule-set.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { RuleSetSource } from '../model/source/rule-set-source.ts';
import { asList } from './as-list.ts';
import { atKey } from './at-key.ts';
import { checkFact } from './check-fact.ts';
import { checkValue } from './check-value.ts';
import { inside } from './inside.ts';
import type { RuleSetContext } from './rule-set-context.ts';

/** The answer that words suggest where none is written. */
const answerDefault = 'yes';

/** The words that suggest facts. Without `as` they suggest `yes`, which the fact must know as an answer. */
export function compileSuggestions(
  { file, source }: Sourced<RuleSetSource>,
  { condition }: RuleSetContext,
): readonly Suggestion[] {
  return Object.entries(source.suggest ?? {}).flatMap(([fact, suggestions]) => {
    const place = { file, path: ['suggest', fact] };
    const { facts, report } = condition;
    checkFact(fact, atKey(place), { facts, report });
    const spec = condition.facts.get(fact)?.value;
    const choices = spec?.answer.kind === 'choice' ? spec.answer.choices : [];
    const values = choices.map(({ value }) => value);
    return asList(suggestions).map(({ words, as }, index): Suggestion => {
      const at = Array.isArray(suggestions) ? inside(place, index) : place;
      if (spec && as !== undefined) checkValue(spec, as, inside(at, 'as'), condition);
      else if (spec && !values.includes(answerDefault)) {
        condition.report(suggestionNeedsAnswer(at, fact, values));
      }
      return { fact, words, as: as ?? answerDefault };
    });
  });
}
