import { useEffect, useEffectEvent, useState } from 'react';
import type { ActTaken, StepAct } from '../../contract/act-contract.ts';
import type { StepView } from '../../contract/step-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { writeMoment } from '../../model/write-moment.ts';
import { useReadClock } from '../clock/use-read-clock.ts';
import { useDraft, type DraftChange, type DraftForm } from '../draft/use-draft.ts';
import { useUploads } from '../file/use-uploads.ts';
import { isCertainlyNotTaken, RequestFailure } from '../server/request-failure.ts';
import { useAct } from '../server/use-act.ts';
import { attachedFiles } from './attached-files.ts';
import { buildStepAct } from './build-step-act.ts';
import { formFaults } from './form-faults.ts';
import { missingInForm } from './missing-in-form.ts';
import { emptyStepDraft, type StepDraft } from './step-draft.ts';
import type { StepAction } from './step-words.ts';
import { useAskAgain } from './use-ask-again.ts';

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
  // Pressed while files were still on their way: it is sent once they are there.
  const [queued, queue] = useState<StepAction>();
  const uploads = useUploads();
  const files = attachedFiles(draft.values, uploads.get);
  const isUnderWay = files.underWay.length > 0;
  const { sent } = draft.values;
  const submit = async (action: StepAction) => {
    if (busy) return;
    setTried(action);
    queue(undefined);
    // Why the last try was refused says nothing about this one.
    forget();
    if (missingInForm(step, action, draft.values, files).length > 0) return;
    const opened = step.opened ? instantOf(step.opened) : 0;
    const pressed = draft.values.pressed ?? writeMoment(Math.max(readClock(), opened));
    draft.change({ pressed });
    if (action === 'do' && isUnderWay) return queue(action);
    const again = sent?.action === action ? sent : undefined;
    await post(again ?? buildStepAct({ step, action, draft: draft.values, files, pressed }));
  };
  const post = async (act: StepAct) => {
    draft.change({ sent: act });
    const path = `/api/incidents/${encodeURIComponent(incident)}/steps/${encodeURIComponent(step.id)}`;
    const answer = await run({ path, key: draft.key, body: act });
    if (answer === undefined) return;
    if (!(answer instanceof RequestFailure)) {
      draft.discard();
      for (const file of Object.values(draft.values.files).flat()) uploads.drop(file);
      taken(answer);
      scrollTo(0, 0);
    } else if (isCertainlyNotTaken(answer)) {
      draft.renewKey();
      draft.change({ pressed: undefined, sent: undefined });
    } else if (answer.kind === 'refused') {
      draft.change({ sent: undefined });
    }
  };
  const sendQueued = useEffectEvent(() => {
    if (queued !== undefined) void submit(queued);
  });
  useEffect(() => {
    if (!isUnderWay) sendQueued();
  }, [isUnderWay]);
  // The step went on while the answer was lost: whether by this act or by another's, its key tells.
  const inDoubt = !busy && sent !== undefined && !isAllowed(step, sent);
  useAskAgain(inDoubt, () => sent && void post(sent));
  // A thing that was lacking goes from the list as it is filled in.
  const missing = tried === undefined ? [] : missingInForm(step, tried, draft.values, files);
  return {
    draft: { ...draft, change: changeOf(draft) },
    busy,
    inDoubt,
    queued: queued !== undefined,
    failure,
    tried,
    missing,
    faults: formFaults(missing, failure?.problem),
    submit,
  };
}

/** The change of a draft. A changed draft is another content: an act that was sent and not answered is forgotten. */
function changeOf(draft: DraftForm<StepDraft>): DraftChange<StepDraft> {
  return (part) =>
    draft.change((present) => ({
      sent: undefined,
      ...(part instanceof Function ? part(present) : part),
    }));
}

function isAllowed({ can, occurrence }: StepView, act: StepAct): boolean {
  const allowed: readonly StepAct['action'][] = can;
  return allowed.includes(act.action) && (act.occurrence ?? occurrence) === occurrence;
}
