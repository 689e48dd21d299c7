import type { DraftForm } from '../draft/use-draft.ts';
import { isCertainlyNotTaken, RequestFailure } from '../server/request-failure.ts';
import { useAct } from '../server/use-act.ts';

/** Sends one act on the whole incident; its draft is dropped once it was taken. */
export function useIncidentAct<T>(path: string, draft: DraftForm<T>) {
  const { busy, failure, run } = useAct<unknown>();
  const send = async (body: unknown) => {
    const answer = await run({ path, key: draft.key, body });
    if (busy || answer === undefined) return;
    if (!(answer instanceof RequestFailure)) draft.discard();
    else if (isCertainlyNotTaken(answer)) draft.renewKey();
  };
  return { busy, failure, send };
}
