import { CheckCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { Card, Skeleton } from 'antd';
import type { EngineView } from '../../contract/engine-contract.ts';
import { formatMoment } from '../clock/format-moment.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { useLanguage } from '../language/use-language.ts';
import { useQuery } from '../server/use-query.ts';
import { testIds } from '../test-ids.ts';
import { engineWords } from './engine-words.ts';
import { SickRow } from './sick-row.tsx';
import { useReadAgain } from './use-read-again.ts';

const path = '/api/engine';

/** The state of the engine: incidents that do not go on, and reports that nothing handles. For engineers who run it. */
export function EnginePage() {
  const { language, words } = useLanguage();
  const texts = engineWords[language];
  const { data, failure } = useQuery<EngineView>(path);
  useReadAgain(path);
  return (
    <section className="stack" data-testid={testIds.enginePage}>
      <h1>{words.engine}</h1>
      {failure && <FailureAlert failure={failure} reading />}
      {data ? (
        <>
          <p className={isWell(data) ? 'done-word' : 'late-word'} role="status">
            {isWell(data) ? (
              <CheckCircleOutlined aria-hidden />
            ) : (
              <ExclamationCircleFilled aria-hidden />
            )}{' '}
            {sayOf(data, texts)}
          </p>
          {data.sick.map((sick) => (
            <SickRow key={sick.incident} sick={sick} />
          ))}
          {data.reports.map(({ report, received, error }) => (
            <Card key={report} size="small" className="incident-row-late">
              <strong>{texts.report(report)}</strong>
              <p>{texts.reportWaits(formatMoment(received, language))}</p>
              {error !== undefined && <p className="quiet">{error}</p>}
            </Card>
          ))}
          {problemsOf(data) > 0 && <p className="quiet">{texts.doctor}</p>}
        </>
      ) : (
        !failure && <Skeleton active />
      )}
    </section>
  );
}

const problemsOf = ({ sick, reports }: EngineView): number => sick.length + reports.length;

const isWell = (view: EngineView): boolean => view.engine && problemsOf(view) === 0;

const sayOf = (view: EngineView, texts: (typeof engineWords)['zh' | 'en']): string => {
  if (!view.engine) return texts.away;
  const problems = problemsOf(view);
  return problems === 0 ? texts.well(view.open) : texts.ill(view.open, problems);
};
