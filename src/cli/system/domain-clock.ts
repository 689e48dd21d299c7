import type { ClockSetting } from '../../worker/client/clock-setting.ts';
import type { DomainClock } from '../../api/domain-clock.ts';

/** The clock of the whole system, by the setting that workflows are started with. */
export const domainClock = ({ wallOrigin, domainOrigin, factor }: ClockSetting): DomainClock => ({
  factor,
  now: () => Math.floor(domainOrigin + (Date.now() - wallOrigin) * factor),
});

/** The wall clock itself. */
export const realClock: ClockSetting = { wallOrigin: 0, domainOrigin: 0, factor: 1 };
