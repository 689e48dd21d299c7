import type { DecisionView } from '../../contract/decision-contract.ts';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { DecisionCard } from './decision-card.tsx';
import { outcomeText } from './outcome-text.ts';
import { TypeChangeCard } from './type-change-card.tsx';

/** The decisions and their reasons: the present type first, then what the rules say. */
export function DecisionList({ incident }: { readonly incident: IncidentView }) {
  const { words, read } = useLanguage();
  const { decisions, typeChange } = incident;
  // After a change, the type that the report was first taken for is told as such.
  const atFirst = ({ outcome }: DecisionView, text: string | undefined) =>
    typeChange && text !== undefined && outcome === incident.first.id
      ? words.firstTaken(text)
      : text;
  if (decisions.length === 0 && !typeChange) return null;
  return (
    <section className="card stack" aria-label={words.decisions}>
      <h2>{words.decisions}</h2>
      {typeChange && <TypeChangeCard change={typeChange} />}
      {decisions.map((decision) => (
        <DecisionCard
          key={decision.ruleSet}
          decision={decision}
          outcome={atFirst(decision, outcomeText(decision, incident, read))}
        />
      ))}
    </section>
  );
}
