import { Tag } from 'antd';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { answerText } from '../field/answer-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';

export function FactList({ facts }: { readonly facts: IncidentView['facts'] }) {
  const { language, words, read } = useLanguage();
  if (facts.length === 0) return null;
  return (
    <section className="card stack-tight" data-testid={testIds.facts}>
      <h2>{words.facts}</h2>
      <dl className="pairs">
        {facts.map(({ id, title, value, label, at, by, corrected }) => (
          <div key={id} data-testid={testIds.fact(id)}>
            <dt>{read(title)}</dt>
            <dd>
              <strong>{answerText({ value, label }, language) ?? words.valueHidden}</strong>
              {corrected && <Tag>{words.factCorrected}</Tag>}{' '}
              <small className="quiet">
                {formatMoment(at, language)}
                {by && ` · ${read(by.name)}`}
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
