import type { DecisionView } from '../../contract/decision-contract.ts';
import type { IncidentView } from '../../contract/incident-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { Text } from '../../model/text.ts';

/** The outcome of a decision, in words where the incident has words for it. */
export function outcomeText(
  { decides, outcome, outcomes }: DecisionView,
  { standard, first, beside, facts }: IncidentView,
  read: (text: Text) => string,
): string | undefined {
  const named = [standard, first, ...beside];
  const wordOf = (value: FactValue) => {
    const label = facts.find((fact) => fact.id === decides && fact.value === value)?.label;
    const title = label ?? named.find(({ id }) => id === value)?.title;
    return title ? read(title) : String(value);
  };
  const all = outcomes.length > 0 ? outcomes : outcome === null ? [] : [outcome];
  return all.length > 0 ? all.map(wordOf).join(' · ') : undefined;
}
