import { LoadingOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import type { StepView } from '../../contract/step-contract.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { useLanguage } from '../language/use-language.ts';
import { testIds } from '../test-ids.ts';
import type { StepStatus } from './step-words.ts';
import { UnsentCard } from './unsent-card.tsx';
import type { useStepForm } from './use-step-form.ts';
import { WaysOn } from './ways-on.tsx';

interface NothingToDoProps {
  readonly incident: string;
  readonly step: StepView;
  readonly form: ReturnType<typeof useStepForm>;
}

const isOpen = (status: StepStatus) => status === 'open';

// An open step that others stand before is the closing step.
function whyOf({ status, waitingFor }: StepView): 'notYours' | 'notToDo' | 'closeNotYet' {
  if (!isOpen(status)) return 'notToDo';
  return waitingFor.length > 0 ? 'closeNotYet' : 'notYours';
}

/** In place of the form, where the reader may do nothing on the step: why, and what was typed before it came to that. */
export function NothingToDo({ incident, step, form }: NothingToDoProps) {
  const { words } = useLanguage();
  const { draft, busy, failure, inDoubt } = form;
  if (busy || inDoubt) {
    return <Alert type="info" showIcon icon={<LoadingOutlined />} title={words.askingIfTaken} />;
  }
  return (
    <>
      {failure ? (
        <FailureAlert failure={failure} incident={incident} />
      ) : (
        <Alert type="info" showIcon title={words[whyOf(step)]} data-testid={testIds.notYours} />
      )}
      <UnsentCard step={step} draft={draft} />
      <WaysOn incident={incident} />
    </>
  );
}
