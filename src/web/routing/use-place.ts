import { useMemo, useSyncExternalStore } from 'react';
import { placeOf, type Place } from './place.ts';

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  return () => removeEventListener('popstate', listener);
}

/** Where the page is. `visit` differs each time somebody goes to a place, also to the same one again. */
export function usePlace(): { readonly place: Place; readonly visit: string } {
  const visit = useSyncExternalStore(subscribe, readVisit);
  return useMemo(() => ({ place: placeOf(location.pathname), visit }), [visit]);
}

function readVisit(): string {
  const state = history.state as { readonly visit?: string } | null;
  return `${location.pathname} ${state?.visit ?? ''}`;
}
