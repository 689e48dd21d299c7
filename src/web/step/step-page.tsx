import { EnvironmentOutlined, LeftOutlined } from '@ant-design/icons';
import { Empty, Skeleton } from 'antd';
import { useState } from 'react';
import type { ActTaken } from '../../contract/act-contract.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { IncidentFilesContext } from '../file/incident-files.ts';
import { AnswerForm } from '../incident/answer-form.tsx';
import { ReportWords } from '../incident/report-words.tsx';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { testIds } from '../test-ids.ts';
import { BasisTags } from './basis-tags.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { PendingCard } from './pending-card.tsx';
import { SayBox } from './say-box.tsx';
import { StepHead } from './step-head.tsx';
import { StepForm } from './step-form.tsx';
import { StepTaken } from './step-taken.tsx';
import { useStep } from './use-step.ts';

interface StepPageProps {
  readonly incident: string;
  readonly id: string;
}

/** One step: what to say, on what basis, until when, and its form. */
export function StepPage({ incident, id }: StepPageProps) {
  const { words, read } = useLanguage();
  const { standard, reports, place, files, step, undecidedFor, failure, loading } = useStep(
    incident,
    id,
  );
  const [answer, setAnswer] = useState<ActTaken>();
  if (!step) {
    if (loading) return <Skeleton active />;
    return failure ? (
      <FailureAlert failure={failure} reading />
    ) : (
      <Empty description={words.stepGone} />
    );
  }
  return (
    <IncidentFilesContext value={{ incident, files }}>
      <article className="narrow stack" data-testid={testIds.stepPage}>
        <PlaceLink className="back" to={{ page: 'incident', incident }}>
          <LeftOutlined aria-hidden /> {standard && read(standard)} <code>{incident}</code>
        </PlaceLink>
        <header className="stack-tight">
          <h1>{read(step.title)}</h1>
          {!answer && <StepHead step={step} />}
          {reports.length === 0 && place && (
            <span>
              <EnvironmentOutlined aria-hidden /> {place}
            </span>
          )}
          {!answer &&
            reports.map((report) => (
              <section key={report.id} className="card stack-tight" aria-label={words.reports}>
                <ReportWords report={report} />
              </section>
            ))}
          {!step.pending && <EvidenceList evidence={step.evidence} />}
        </header>
        {answer ? (
          <StepTaken answer={answer} />
        ) : (
          <>
            {step.say && <SayBox text={step.say} />}
            {step.hint && <p className="hint">{read(step.hint)}</p>}
            <BasisTags title={words.basisOfDuty} basis={step.basis} />
            {step.pending && <PendingCard pending={step.pending} />}
            {undecidedFor.length > 0 ? (
              <AnswerForm incident={incident} step={step.id} facts={undecidedFor} />
            ) : (
              <StepForm
                key={`${step.id} ${step.occurrence}`}
                incident={incident}
                step={step}
                taken={setAnswer}
              />
            )}
          </>
        )}
        <BasisTags title={words.basisOfLimit} basis={step.dueBasis} />
        {step.extension && (
          <BasisTags
            title={words.extendedBy(read(step.extension.by), step.extension.times)}
            basis={step.extension.basis}
          />
        )}
      </article>
    </IncidentFilesContext>
  );
}
