import { useState } from 'react';
import { useMe } from '../session/use-me.ts';
import { tabStorage } from './tab-storage.ts';

/** A choice of what to see. It stays after a look at something else, and nothing of it has to be sent. */
export function useKept<T extends object>(name: string, first: T) {
  const place = `kept ${useMe().person} ${name}`;
  const [kept, setKept] = useState(() => ({ ...first, ...(tabStorage.get(place) ?? {}) }));
  const change = (part: Partial<T>) => {
    const next = { ...kept, ...part };
    tabStorage.set(place, next);
    setKept(next);
  };
  return { kept, change };
}
