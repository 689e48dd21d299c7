import type { DecisionView } from '../../contract/decision-contract.ts';
import { listText } from '../language/list-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import { MissingFacts } from './missing-facts.tsx';

interface DecisionCardProps {
  readonly decision: DecisionView;
  /** The outcome in words; not there where it is undecided. */
  readonly outcome: string | undefined;
}

/** A decision that explains itself: the rules that made it, and those that came near. */
export function DecisionCard({ decision, outcome }: DecisionCardProps) {
  const { language, words, read } = useLanguage();
  const { because, decides, nearest, otherwise, score, title, titles } = decision;
  const nameOf = (id: string) => (titles[id] ? read(titles[id]) : id);
  const list = (ids: readonly string[]) => listText(ids.map(nameOf), language);
  return (
    <section className="decision stack-tight" data-testid={testIds.decision(decides)}>
      <h3>
        {read(title)}
        {words.colon}
        <strong>{outcome ?? words.decisionNone}</strong>
        {score !== undefined && <span className="quiet"> {words.decisionScore(score)}</span>}
      </h3>
      <ul className="plain-list">
        {because.map((row) => (
          <li key={row.row}>
            {read(row.because)}
            {row.add !== undefined && ` (${row.add > 0 ? '+' : ''}${row.add})`}
            {row.basis.length > 0 && <small className="quiet"> {list(row.basis)}</small>}
          </li>
        ))}
        {otherwise && <li>{words.decisionOtherwise}</li>}
      </ul>
      <MissingFacts decision={decision} />
      {nearest.length > 0 && (
        <details>
          <summary>
            {words.decisionNearest} <span className="count">{nearest.length}</span>
          </summary>
          <ul className="plain-list">
            {nearest.map((row) => (
              <li key={row.row}>
                {read(row.because)}{' '}
                {row.unmet.length > 0 && (
                  <span className="quiet">{words.decisionUnmet(list(row.unmet))}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
