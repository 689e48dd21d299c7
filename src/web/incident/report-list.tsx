import { EnvironmentOutlined, PhoneOutlined } from '@ant-design/icons';
import type { IncidentView } from '../../contract/incident-contract.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { answerText } from '../field/answer-text.ts';
import { useLanguage } from '../language/use-language.ts';

/** What was reported; several reports may have joined. */
export function ReportList({ incident }: { readonly incident: IncidentView }) {
  const { language, words, read } = useLanguage();
  return (
    <section className="card stack-tight">
      <h2>{words.reports}</h2>
      {incident.reports.map(({ id, at, channel, text, place, reporter, phone, facts }) => (
        <div key={id} className="stack-tight">
          <small className="quiet">
            {formatMoment(at, language, 'second')} · {read(channel)} · <code>{id}</code>
          </small>
          {text && <p className="report-text">{text}</p>}
          {place && (
            <span>
              <EnvironmentOutlined aria-hidden /> {place}
            </span>
          )}
          {(reporter || phone) && (
            <span>
              {reporter}{' '}
              {phone && (
                <a className="report-phone" href={`tel:${phone}`}>
                  <PhoneOutlined aria-hidden /> {phone}
                </a>
              )}
            </span>
          )}
          {facts.length > 0 && (
            <dl className="pairs" aria-label={words.reportConfirmed}>
              {facts.map((fact) => (
                <div key={fact.id}>
                  <dt>{read(fact.title)}</dt>
                  <dd>
                    <strong>{answerText(fact, language) ?? words.valueHidden}</strong>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </div>
      ))}
    </section>
  );
}
