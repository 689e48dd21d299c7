import { CheckCircleFilled, ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { StepView } from '../../contract/step-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { StepDue } from '../step/step-due.tsx';
import { StepStanding } from '../step/step-standing.tsx';
import type { StepStatus } from '../step/step-words.ts';
import { testIds } from '../test-ids.ts';

interface FeedbackRungProps {
  readonly incident: string;
  readonly count: number;
  readonly step: StepView | undefined;
}

export function FeedbackRung({ incident, count, step }: FeedbackRungProps) {
  const { words, read } = useLanguage();
  const status: StepStatus = step?.status ?? 'waiting';
  const icon =
    status === 'done' ? (
      <CheckCircleFilled aria-hidden />
    ) : status === 'open' ? (
      <ClockCircleOutlined aria-hidden />
    ) : (
      <MinusCircleOutlined aria-hidden />
    );
  const late = (step?.lateBy ?? 0) > 0 || step?.lateAt !== undefined;
  return (
    <li
      className={`rung rung-${status}`}
      data-testid={testIds.feedback(count)}
      data-status={status}
      data-late={late}
    >
      <span className="rung-head">
        {icon} <strong>{words.feedback(count)}</strong>{' '}
        <span className="rung-status">
          {words.status[status]}
          {status === 'done' && !late && ` · ${words.onTime}`}
        </span>
      </span>
      {step && (
        <>
          <PlaceLink to={{ page: 'step', incident, step: step.id }}>{read(step.title)}</PlaceLink>
          {status === 'open' && <StepDue step={step} />}
          <StepStanding step={step} />
        </>
      )}
    </li>
  );
}
