import type { DecisionView } from '../../contract/decision-contract.ts';
import { listText } from '../language/list-text.ts';
import { useLanguage } from '../language/use-language.ts';

/** The facts that have to be known before a rule can decide. */
export function MissingFacts({ decision }: { readonly decision: DecisionView }) {
  const { language, words, read } = useLanguage();
  const { missing, titles } = decision;
  if (missing.length === 0) return null;
  const names = missing.map((id) => (titles[id] ? read(titles[id]) : id));
  return (
    <p>
      {words.decisionMissing}
      {words.colon}
      {listText(names, language)}
    </p>
  );
}
