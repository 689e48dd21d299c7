import type { Instant } from '../src/model/instant.ts';
import type { ClockSetting } from './messages.ts';

/**
 * The one place where a workflow reads the time and says how long to sleep. Inside the sandbox `Date.now()` is the
 * time of the workflow task: it is the same again on replay.
 */
export const domainNow = ({ wallOrigin, domainOrigin, factor }: ClockSetting): Instant =>
  Math.floor(domainOrigin + (Date.now() - wallOrigin) * factor);

/** Wall milliseconds from now until a domain instant; never less than nothing. */
export const wallUntil = (clock: ClockSetting, at: Instant): number =>
  Math.max(0, Math.ceil((at - clock.domainOrigin) / clock.factor + clock.wallOrigin - Date.now()));
