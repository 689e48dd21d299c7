import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to a new place, for people who use the keyboard or hear the page: the link that was followed
 * is gone. Not at the first place, where the browser itself begins.
 */
export function useFocusOnArrival(visit: string): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  const last = useRef(visit);
  useEffect(() => {
    if (last.current === visit) return;
    last.current = visit;
    place.current?.focus({ preventScroll: true });
  }, [visit]);
  return place;
}
