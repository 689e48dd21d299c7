import { useRef, useState } from 'react';
import { isUnconfirmed, RequestFailure } from './request-failure.ts';
import { sendPatiently } from './send-patiently.ts';
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
  /** Gives the answer, or the failure. A second call while one is under way does nothing. */
  readonly run: (request: ActRequest) => Promise<T | RequestFailure | undefined>;
  readonly forget: () => void;
}

/** One POST at a time, with its failure kept beside the form; where the session has ended, or is not enough, it waits for the password. */
export function useAct<T>(): Act<T> {
  const { send, queries, confirmation } = useServer();
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  const run = async ({ path, body, key }: ActRequest) => {
    if (underWay.current) return undefined;
    underWay.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      const post = (): Promise<unknown> =>
        sendPatiently(() => send({ method: 'POST', path, body, key }), setFailure).catch(
          async (error: unknown) => {
            if (!(error instanceof RequestFailure)) throw error;
            if (error.kind === 'signed-out') await untilSignedIn(queries);
            else if (!isUnconfirmed(error) || !(await confirmation.ask())) throw error;
            return post();
          },
        );
      const answer = (await post()) as T;
      setFailure(undefined);
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
