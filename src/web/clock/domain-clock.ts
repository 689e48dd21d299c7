import type { Instant } from '../../model/instant.ts';

/** The time that the server told, and when this device heard it. */
export interface DomainClock {
  readonly now: Instant;
  readonly factor: number;
  readonly heard: number;
}

/**
 * Domain time at a wall time of this device. It lags by the time the answer travelled, so it is
 * never ahead of the server: a time taken from it is not refused as lying in the future.
 */
export function domainTime(clock: DomainClock, wall: number): Instant {
  return Math.round(clock.now + (wall - clock.heard) * clock.factor);
}
