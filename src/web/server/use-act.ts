import { useRef, useState } from 'react';
import { RequestFailure } from './request-failure.ts';
import { untilSignedIn } from './until-signed-in.ts';
import { useServer } from './use-server.ts';

export interface ActRequest {
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
}

export interface Act<T> {
  readonly busy: boolean;
  readonly failure: RequestFailure | undefined;
  /** Nothing where it failed; a second call while one is under way does nothing. */
  readonly run: (request: ActRequest) => Promise<T | RequestFailure | undefined>;
  readonly forget: () => void;
}

/** One POST at a time, with its failure kept beside the form; where the session has ended it waits for the sign-in. */
export function useAct<T>(): Act<T> {
  const { send, queries } = useServer();
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const run = async ({ path, body, key }: ActRequest) => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const post = () => send({ method: 'POST', path, body, key });
      const answer = (await post().catch(async (error: unknown) => {
        if (!(error instanceof RequestFailure) || error.kind !== 'signed-out') throw error;
        await untilSignedIn(queries);
        return post();
      })) as T;
      queries.refresh(() => true);
      return answer;
    } catch (error) {
      const thrown = error instanceof RequestFailure ? error : new RequestFailure('broken');
      setFailure(thrown);
      if (thrown.kind === 'refused') queries.refresh(() => true);
      return thrown;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { busy, failure, run, forget: () => setFailure(undefined) };
}
