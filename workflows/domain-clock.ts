import type { Instant } from '../src/model/instant.ts';
import type { ClockSetting } from './messages.ts';

/** Wall time inside the sandbox: that of the workflow task, so it is the same again on replay. */
export const wallNow = (): number => Date.now();

/**
 * Domain time. With `wallUntil` the one place where a workflow maps wall time to it and back.
 */
export const domainNow = ({ wallOrigin, domainOrigin, factor }: ClockSetting): Instant =>
  Math.floor(domainOrigin + (wallNow() - wallOrigin) * factor);

/** Wall milliseconds from now until a domain instant; never less than nothing. */
export const wallUntil = (clock: ClockSetting, at: Instant): number =>
  Math.max(0, Math.ceil((at - clock.domainOrigin) / clock.factor + clock.wallOrigin - wallNow()));
