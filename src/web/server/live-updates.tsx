import { useEffect } from 'react';
import type { Changed, Notices } from '../../contract/directory-contract.ts';
import { RequestFailure } from './request-failure.ts';
import { concerns } from './concerns.ts';
import { sessionPath } from './session-path.ts';
import { useServer } from './use-server.ts';
import { watchEvents } from './watch-events.ts';
import { watchInput } from './watch-input.ts';

const sweepMilliseconds = 60_000;

/** Reads again what is shown when the server says it changed, and now and then without being told. */
export function LiveUpdates() {
  const { send, queries, uploads, live, news } = useServer();
  useEffect(() => {
    const everything = () => queries.refresh(() => true);
    const { wake, stop } = watchEvents({
      opened: () => {
        live.set(true);
        everything();
      },
      lost: () => live.set(false),
      heard: (name, data) => {
        if (name === 'changed') return queries.refresh(concerns(data as Changed));
        const notice = data as Notices['notices'][number];
        queries.refresh(concerns({ incident: notice.incident, at: '' }));
        news.set(notice);
      },
      mayRetry: async () => {
        try {
          await send({ method: 'GET', path: sessionPath });
          return true;
        } catch (error) {
          const ended = error instanceof RequestFailure && error.kind === 'signed-out';
          if (ended) queries.refresh((path) => path === sessionPath);
          return !ended;
        }
      },
    });
    const shown = () => {
      if (document.visibilityState !== 'visible') return;
      wake();
      uploads.wake();
      everything();
    };
    const input = watchInput();
    const sweep = setInterval(() => {
      if (input.isRecent()) everything();
    }, sweepMilliseconds);
    addEventListener('online', shown);
    document.addEventListener('visibilitychange', shown);
    return () => {
      stop();
      input.stop();
      clearInterval(sweep);
      removeEventListener('online', shown);
      document.removeEventListener('visibilitychange', shown);
    };
  }, [send, queries, uploads, live, news]);
  return null;
}
