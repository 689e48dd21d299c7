import { Tag } from 'antd';
import type { StepView } from '../../contract/step-contract.ts';
import { useLanguage } from '../language/use-language.ts';
import { StepDue } from './step-due.tsx';
import { StepStanding } from './step-standing.tsx';
import type { StepStatus } from './step-words.ts';

/** The status of a step, its role, and its time. */
export function StepHead({ step }: { readonly step: StepView }) {
  const { words, read } = useLanguage();
  const status: StepStatus = step.status;
  return (
    <>
      <div className="row">
        <Tag>{words.status[status]}</Tag>
        {step.repeats && <Tag>{words.occurrence(step.occurrence)}</Tag>}
        {step.optional && <Tag>{words.optionalStep}</Tag>}
        <span className="quiet">{words.stepFor(read(step.role.title))}</span>
        {step.part && <span className="quiet">{read(step.part)}</span>}
      </div>
      {status === 'open' && <StepDue step={step} />}
      <StepStanding step={step} />
    </>
  );
}
