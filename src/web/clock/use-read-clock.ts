import { useCallback, useContext } from 'react';
import type { Instant } from '../../model/instant.ts';
import { ClockContext } from './clock-context.ts';
import { domainTime } from './domain-clock.ts';

/** Reads domain time at the moment it is called, without drawing anything anew. */
export function useReadClock(): () => Instant {
  const clock = useContext(ClockContext);
  return useCallback(() => domainTime(clock, Date.now()), [clock]);
}
