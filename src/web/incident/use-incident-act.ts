import { App } from 'antd';
import type { DraftForm } from '../draft/use-draft.ts';
import { useLanguage } from '../language/use-language.ts';
import { RequestFailure } from '../server/request-failure.ts';
import { useAct } from '../server/use-act.ts';

/** Sends one act on the whole incident; once it was taken that is said and its draft is dropped. */
export function useIncidentAct<T>(path: string, draft: DraftForm<T>) {
  const { words } = useLanguage();
  const { message } = App.useApp();
  const { busy, failure, run } = useAct<unknown>();
  const send = async (body: unknown) => {
    const answer = await run({ path, key: draft.key, body });
    if (busy || answer === undefined) return;
    if (!(answer instanceof RequestFailure)) {
      draft.discard();
      void message.success(words.taken);
    } else if (answer.kind === 'refused') {
      // Also where the first sending was taken with other content: who was told so and presses again wants another act.
      draft.renewKey();
    }
  };
  return { busy, failure, send };
}
