import type { IncidentView } from '../../contract/incident-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { DecisionCard } from './decision-card.tsx';
import { outcomeText } from './outcome-text.ts';

export function DecisionList({ incident }: { readonly incident: IncidentView }) {
  const { words, read } = useLanguage();
  if (incident.decisions.length === 0) return null;
  return (
    <section className="card stack" aria-label={words.decisions}>
      <h2>{words.decisions}</h2>
      {incident.decisions.map((decision) => (
        <DecisionCard
          key={decision.ruleSet}
          decision={decision}
          outcome={outcomeText(decision, incident, read)}
        />
      ))}
    </section>
  );
}
