import type { Notices } from '../../contract/directory-contract.ts';
import { useQuery } from '../server/use-query.ts';
import { useServer } from '../server/use-server.ts';

const path = '/api/notices';

/** My notices, and how many of them I have not looked at yet, on any device. */
export function useFreshNotices() {
  const { send, queries } = useServer();
  const { data } = useQuery<Notices>(path);
  const notices = data?.notices ?? [];
  const fresh = notices.filter(({ seen }) => !seen).map(({ id }) => id);
  const look = async () => {
    if (fresh.length === 0) return;
    try {
      await send({ method: 'POST', path: `${path}/seen`, body: { notices: fresh } });
      queries.refresh((read) => read === path);
    } catch {
      // They stay new, and are said to be seen with the next look.
    }
  };
  return { notices, fresh: fresh.length, look };
}
