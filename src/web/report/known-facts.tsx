import type { FactField } from '../../contract/step-contract.ts';
import type { DraftChange } from '../draft/use-draft.ts';
import { FactInput } from '../field/fact-input.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import type { ReportDraft } from './report-draft.ts';

interface KnownFactsProps {
  readonly fields: readonly FactField[];
  readonly draft: ReportDraft;
  readonly change: DraftChange<ReportDraft>;
}

/** All that a report may confirm, folded away; what is confirmed above shows here too. */
export function KnownFacts({ fields, draft, change }: KnownFactsProps) {
  const { words } = useLanguage();
  if (fields.length === 0) return null;
  const known = fields.filter(({ id }) => draft.facts[id] !== undefined).length;
  return (
    <details data-testid={testIds.reportFacts}>
      <summary>
        {words.reportFacts} <span className="count">{known}</span>
      </summary>
      <div className="stack">
        {fields.map((fact) => (
          <FactInput
            key={fact.id}
            fact={fact}
            value={draft.facts[fact.id]}
            change={(value) => change(({ facts }) => ({ facts: { ...facts, [fact.id]: value } }))}
          />
        ))}
      </div>
    </details>
  );
}
