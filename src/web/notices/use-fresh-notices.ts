import { useEffect, useState } from 'react';
import type { Notices } from '../../contract/directory-contract.ts';
import { useQuery } from '../server/use-query.ts';
import { useMe } from '../session/use-me.ts';

type Notice = Notices['notices'][number];

const newestOf = (notices: readonly Notice[]) =>
  notices.reduce((newest, { at }) => (at > newest ? at : newest), '');

/**
 * My notices, and how many came since I last looked at them on this device. The server counts them as
 * seen once the page has read them, which it does all the time: so the page keeps until when I looked.
 */
export function useFreshNotices() {
  const place = `jiechu.noticesRead.${useMe().person}`;
  const { data } = useQuery<Notices>('/api/notices');
  const [lookedUntil, setLookedUntil] = useState(() => localStorage.getItem(place));
  const keep = (until: string) => {
    localStorage.setItem(place, until);
    setLookedUntil(until);
  };
  const firstUntil = data && newestOf(data.notices.filter(({ seen }) => seen));
  useEffect(() => {
    if (lookedUntil === null && firstUntil !== undefined) {
      localStorage.setItem(place, firstUntil);
      setLookedUntil(firstUntil);
    }
  }, [lookedUntil, firstUntil, place]);
  const notices = data?.notices ?? [];
  const until = lookedUntil ?? firstUntil ?? '';
  return {
    notices,
    fresh: notices.filter(({ at }) => at > until).length,
    look: () => keep(newestOf(notices)),
  };
}
