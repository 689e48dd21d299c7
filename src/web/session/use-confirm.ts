import { useState } from 'react';
import { confirmationPath } from '../server/confirmation.ts';
import { RequestFailure } from '../server/request-failure.ts';
import { untilSignedIn } from '../server/until-signed-in.ts';
import { useServer } from '../server/use-server.ts';

/** Sends the password once more; where the session has ended meanwhile, signing in anew is as good. */
export function useConfirm() {
  const { send, queries, confirmation } = useServer();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const confirm = async (password: string) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await send({ method: 'POST', path: confirmationPath, body: { password } });
      confirmation.answer(true);
    } catch (error) {
      const thrown = error instanceof RequestFailure ? error : new RequestFailure('broken');
      if (thrown.kind === 'signed-out') {
        await untilSignedIn(queries);
        confirmation.answer(true);
      } else setFailure(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, confirm };
}
