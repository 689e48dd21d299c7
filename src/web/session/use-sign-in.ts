import { useState } from 'react';
import type { Me, SignIn } from '../../contract/session-contract.ts';
import { RequestFailure } from '../server/request-failure.ts';
import { sessionPath } from '../server/session-path.ts';
import { useServer } from '../server/use-server.ts';

/** Signs in. Somebody else than before starts on a page that holds nothing of the other. */
export function useSignIn(before: Me | undefined) {
  const { send, queries } = useServer();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const signIn = async (body: SignIn) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await send({ method: 'POST', path: sessionPath, body });
      const me = (await send({ method: 'GET', path: sessionPath })) as Me;
      if (before && before.person !== me.person) location.assign('/');
      else queries.refresh(() => true);
    } catch (error) {
      setFailure(error instanceof RequestFailure ? error : new RequestFailure('broken'));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, signIn };
}
