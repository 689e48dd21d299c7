import type { Instant } from '../model/instant.ts';

/** Domain time: the wall clock, or a demonstration's that runs faster. */
export interface DomainClock {
  now(): Instant;
  /** Domain milliseconds per wall millisecond; 1 in production. */
  readonly factor: number;
}
