import { useState } from 'react';
import type { ActTaken } from '../../contract/act-contract.ts';
import type { StepView } from '../../contract/step-contract.ts';
import { useReadClock } from '../clock/use-read-clock.ts';
import { useDraft } from '../draft/use-draft.ts';
import { isCertainlyNotTaken, RequestFailure } from '../server/request-failure.ts';
import { useAct } from '../server/use-act.ts';
import { buildStepAct } from './build-step-act.ts';
import { formFaults } from './form-faults.ts';
import { missingInForm } from './missing-in-form.ts';
import { emptyStepDraft } from './step-draft.ts';
import type { StepAction } from './step-words.ts';

interface StepForm {
  readonly incident: string;
  readonly step: StepView;
  readonly taken: (answer: ActTaken) => void;
}

/** The form of one occurrence of a step: what is typed, and sending it once. */
export function useStepForm({ incident, step, taken }: StepForm) {
  const readClock = useReadClock();
  const draft = useDraft(`step ${incident} ${step.id} ${step.occurrence}`, emptyStepDraft);
  const { busy, failure, run, forget } = useAct<ActTaken>();
  const [tried, setTried] = useState<StepAction>();
  const submit = async (action: StepAction) => {
    if (busy) return;
    setTried(action);
    // Why the last try was refused says nothing about this one.
    forget();
    if (missingInForm(step, action, draft.values).length > 0) return;
    const opened = step.opened ? Date.parse(step.opened) : 0;
    const pressed = draft.values.pressed ?? new Date(Math.max(readClock(), opened)).toISOString();
    draft.change({ pressed });
    const answer = await run({
      path: `/api/incidents/${encodeURIComponent(incident)}/steps/${encodeURIComponent(step.id)}`,
      key: draft.key,
      body: buildStepAct({ step, action, draft: draft.values, pressed }),
    });
    if (answer === undefined) return;
    if (!(answer instanceof RequestFailure)) {
      draft.discard();
      taken(answer);
      scrollTo(0, 0);
    } else if (isCertainlyNotTaken(answer)) {
      draft.renewKey();
      draft.change({ pressed: undefined });
    }
  };
  // What was lacking goes from the list as it is filled in.
  const missing = tried === undefined ? [] : missingInForm(step, tried, draft.values);
  return {
    draft,
    busy,
    failure,
    tried,
    missing,
    faults: formFaults(missing, failure?.problem),
    submit,
  };
}
