import { useContext, useSyncExternalStore } from 'react';
import type { Instant } from '../../model/instant.ts';
import { ClockContext } from './clock-context.ts';
import { domainTime } from './domain-clock.ts';
import { ticker } from './ticker.ts';

/** Domain time, drawn anew every second. */
export function useDomainNow(): Instant {
  const clock = useContext(ClockContext);
  const wall = useSyncExternalStore(ticker.subscribe, ticker.wall);
  return domainTime(clock, Math.max(wall, clock.heard));
}
