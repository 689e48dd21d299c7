import {
  CheckCircleFilled,
  CloseCircleFilled,
  ClockCircleOutlined,
  FieldTimeOutlined,
  MinusCircleOutlined,
  PauseCircleOutlined,
  QuestionCircleOutlined,
  SwapOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { StepView } from '../../contract/step-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { PlaceLink } from '../routing/place-link.tsx';
import { EvidenceList } from '../step/evidence-list.tsx';
import { PendingCard } from '../step/pending-card.tsx';
import { StepDue } from '../step/step-due.tsx';
import { StepStanding } from '../step/step-standing.tsx';
import type { StepStatus } from '../step/step-words.ts';
import { testIds } from '../test-ids.ts';
import { OccurrenceList } from './occurrence-list.tsx';

const icons = {
  open: <ClockCircleOutlined aria-hidden />,
  between: <FieldTimeOutlined aria-hidden />,
  undecided: <QuestionCircleOutlined aria-hidden />,
  waiting: <PauseCircleOutlined aria-hidden />,
  done: <CheckCircleFilled aria-hidden />,
  deviated: <WarningFilled aria-hidden />,
  missed: <CloseCircleFilled aria-hidden />,
  'not-needed': <MinusCircleOutlined aria-hidden />,
  superseded: <SwapOutlined aria-hidden />,
};

interface StepRowProps {
  readonly incident: string;
  readonly step: StepView;
}

export function StepRow({ incident, step }: StepRowProps) {
  const { words, read } = useLanguage();
  const status: StepStatus = step.status;
  const forMe = step.can.length > 0 && status === 'open';
  return (
    <li
      className={`step-row step-row-${status}`}
      data-testid={testIds.stepRow(step.id)}
      data-status={status}
    >
      <span className="step-icon">{icons[status]}</span>
      <span className="stack-tight">
        <span className="row">
          <PlaceLink
            to={{ page: 'step', incident, step: step.id }}
            className={forMe ? 'step-mine' : 'step-title'}
          >
            {read(step.title)}
          </PlaceLink>
          {step.repeats && <Tag>{words.occurrence(step.occurrence)}</Tag>}
          {step.optional && <Tag>{words.optionalStep}</Tag>}
          {step.closes && <Tag>{words.closesIncident}</Tag>}
          {!step.by && <span className="quiet">{words.stepFor(read(step.role.title))}</span>}
        </span>
        {status === 'open' && <StepDue step={step} />}
        <StepStanding step={step} />
        {step.pending ? (
          <PendingCard pending={step.pending} />
        ) : (
          <EvidenceList evidence={step.evidence} />
        )}
        <OccurrenceList step={step} />
      </span>
    </li>
  );
}
