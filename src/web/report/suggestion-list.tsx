import { BulbOutlined } from '@ant-design/icons';
import type { Suggested } from '../../contract/report-contract.ts';
import type { FactField } from '../../contract/step-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import type { DraftChange } from '../draft/use-draft.ts';
import type { ReportDraft } from './report-draft.ts';
import { suggestionMark } from './suggestion-mark.ts';
import { SuggestionRow } from './suggestion-row.tsx';

interface SuggestionListProps {
  readonly suggested: Suggested['facts'];
  readonly fields: readonly FactField[];
  readonly draft: ReportDraft;
  readonly change: DraftChange<ReportDraft>;
}

/** The facts that the words suggest. Rules read only what the operator confirms. */
export function SuggestionList({ suggested, fields, draft, change }: SuggestionListProps) {
  const { words } = useLanguage();
  if (suggested.length === 0) return null;
  return (
    <section className="suggestions stack-tight" aria-live="polite">
      <strong>
        <BulbOutlined aria-hidden /> {words.reportSuggested}
      </strong>
      <ul className="plain-list">
        {suggested.map((one) => {
          const mark = suggestionMark(one);
          return (
            <SuggestionRow
              key={mark}
              suggestion={one}
              field={fields.find(({ id }) => id === one.fact)}
              confirmed={draft.facts[one.fact] === one.as}
              denied={draft.denied.includes(mark)}
              confirm={() =>
                change(({ facts, denied }) => ({
                  facts: { ...facts, [one.fact]: one.as },
                  denied: denied.filter((other) => other !== mark),
                }))
              }
              deny={() =>
                change(({ facts, denied }) => ({
                  denied: [...denied, mark],
                  ...(facts[one.fact] === one.as
                    ? { facts: { ...facts, [one.fact]: undefined } }
                    : {}),
                }))
              }
            />
          );
        })}
      </ul>
    </section>
  );
}
