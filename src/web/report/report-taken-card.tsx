import { CheckCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReportTaken } from '../../contract/report-contract.ts';
import { MissingFacts } from '../incident/missing-facts.tsx';
import { useLanguage } from '../language/use-language.ts';
import { PromptList } from '../prompts/prompt-list.tsx';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';

interface ReportTakenCardProps {
  readonly taken: ReportTaken;
  readonly again: () => void;
}

/** The number of the report, what it was taken for and why, and what comes next for who registered it. */
export function ReportTakenCard({ taken, again }: ReportTakenCardProps) {
  const { words, read } = useLanguage();
  const { report, incident, pending, standard, decision, prompts = [] } = taken;
  return (
    <section className="narrow stack" data-testid={testIds.reportTaken}>
      <p className="taken" role="status">
        <CheckCircleFilled aria-hidden /> <strong>{words.reportTaken(report)}</strong>
      </p>
      {pending && <p>{words.reportPending}</p>}
      {standard && (
        <div className="card stack-tight">
          <h2>{read(standard.title)}</h2>
          <ul className="plain-list">
            {decision?.because.map((row) => (
              <li key={row.row}>{read(row.because)}</li>
            ))}
            {decision?.otherwise && <li>{words.decisionOtherwise}</li>}
          </ul>
          {decision?.otherwise && <MissingFacts decision={decision} />}
        </div>
      )}
      <div className="row">
        {incident && (
          <PlaceLink
            className="button-link"
            to={{ page: 'incident', incident }}
            testId={testIds.reportOpen}
          >
            {words.reportOpen}
          </PlaceLink>
        )}
        <Button size="large" onClick={again} data-testid={testIds.reportAnother}>
          {words.reportAnother}
        </Button>
      </div>
      {prompts.length > 0 && (
        <>
          <h2>{words.nextPrompts}</h2>
          <PromptList prompts={prompts} />
        </>
      )}
    </section>
  );
}
