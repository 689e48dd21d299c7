import { tabStorage } from '../draft/tab-storage.ts';
import { sessionPath } from '../server/session-path.ts';
import { useServer } from '../server/use-server.ts';

/** Signs out and loads the page anew, so that nothing of the person stays in it. */
export function useSignOut(): () => Promise<void> {
  const { send } = useServer();
  return async () => {
    try {
      await send({ method: 'DELETE', path: sessionPath });
    } finally {
      tabStorage.clear();
      location.assign('/');
    }
  };
}
