import type { Suggested } from '../../contract/report-contract.ts';
import type { FactField } from '../../contract/step-contract.ts';
import type { DraftChange } from '../draft/use-draft.ts';
import { FactInput } from '../field/fact-input.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import type { ReportDraft } from './report-draft.ts';

interface SoFarCardProps {
  readonly latest: Suggested | undefined;
  /** The questions that the rules would like to have answered. */
  readonly fields: readonly FactField[];
  readonly draft: ReportDraft;
  readonly change: DraftChange<ReportDraft>;
}

/** The type that the report is taken for as it stands, and the facts to ask so that the rules can tell. */
export function SoFarCard({ latest, fields, draft, change }: SoFarCardProps) {
  const { words, read } = useLanguage();
  if (!latest) return null;
  const { decision, standard } = latest;
  return (
    <section className="card stack" data-testid={testIds.reportSoFar}>
      <div role="status">
        <strong>{words.reportSoFar(standard ? read(standard.title) : words.decisionNone)}</strong>
        {decision.otherwise ? (
          <p className="quiet">{words.reportUnclear}</p>
        ) : (
          decision.because.map(({ row, because }) => (
            <p key={row} className="quiet">
              {read(because)}
            </p>
          ))
        )}
      </div>
      {fields.map((fact) => (
        <FactInput
          key={fact.id}
          fact={fact}
          value={draft.facts[fact.id]}
          change={(value) => change(({ facts }) => ({ facts: { ...facts, [fact.id]: value } }))}
        />
      ))}
    </section>
  );
}
