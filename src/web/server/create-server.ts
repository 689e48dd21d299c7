import type { Language } from '../language/language.ts';
import { tabStorage } from '../draft/tab-storage.ts';
import { createUploads } from '../file/uploads.ts';
import { createConfirmation } from './confirmation.ts';
import { createObservable } from './observable.ts';
import { createQueryCache, type QueryCache } from './query-cache.ts';
import { RequestFailure } from './request-failure.ts';
import { sendFile } from './send-file.ts';
import { sendRequest } from './send-request.ts';
import type { Server } from './server-context.ts';
import { sessionPath } from './session-path.ts';

/** The one door of the page to the server. */
export function createServer(language: () => Language): Server {
  const reachable = createObservable(true);
  const live = createObservable(true);
  const news: Server['news'] = createObservable<ReturnType<Server['news']['get']>>(undefined);
  const confirmation = createConfirmation();
  const send: Server['send'] = async (request) => {
    try {
      const answer = await sendRequest({ ...request, language: language() });
      reachable.set(true);
      return answer;
    } catch (error) {
      const kind = error instanceof RequestFailure ? error.kind : 'broken';
      reachable.set(kind !== 'unreachable');
      // The session ended: reading it again shows the sign-in over the page.
      if (kind === 'signed-out' && request.path !== sessionPath) {
        queries.refresh((path) => path === sessionPath);
      }
      throw error;
    }
  };
  const queries: QueryCache = createQueryCache(async (path) => {
    const answer = await send({ method: 'GET', path });
    return path === sessionPath ? { me: answer, heard: Date.now() } : answer;
  });
  const uploads = createUploads(async (request) => {
    try {
      return await sendFile({ ...request, language: language() });
    } catch (error) {
      if (error instanceof RequestFailure && error.kind === 'signed-out') {
        queries.refresh((path) => path === sessionPath);
      }
      throw error;
    }
  }, tabStorage);
  return { send, queries, confirmation, uploads, reachable, live, news };
}
