import type { IncidentView } from '../../contract/incident-contract.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { answerText } from '../field/answer-text.ts';
import { useLanguage } from '../language/use-language.ts';
import { ReportWords } from './report-words.tsx';

/** The reports of an incident; several may have joined. */
export function ReportList({ incident }: { readonly incident: IncidentView }) {
  const { language, words, read } = useLanguage();
  return (
    <section className="card stack-tight">
      <h2>{words.reports}</h2>
      {incident.reports.map((report) => (
        <div key={report.id} className="stack-tight">
          <small className="quiet">
            {formatMoment(report.at, language, 'second')} · {read(report.channel)} ·{' '}
            <code>{report.id}</code>
          </small>
          <ReportWords report={report} />
          {report.facts.length > 0 && (
            <dl className="pairs" aria-label={words.reportConfirmed}>
              {report.facts.map((fact) => (
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
