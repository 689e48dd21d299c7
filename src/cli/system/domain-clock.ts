import { chinaOffsetMinutes } from '../../model/china-time.ts';
import type { ClockSetting } from '../../worker/client/clock-setting.ts';
import { domainInstant } from '../../worker/client/domain-instant.ts';
import type { DomainClock } from '../../api/domain-clock.ts';

/** The clock of the whole system, by the setting that workflows are started with. */
export const domainClock = (setting: ClockSetting): DomainClock => ({
  factor: setting.factor,
  now: () => domainInstant(setting, Date.now()),
});

/** The wall clock itself. */
export const realClock: ClockSetting = { wallOrigin: 0, domainOrigin: 0, factor: 1 };

const offsetMilliseconds = chinaOffsetMinutes * 60_000;
const dayMilliseconds = 86_400_000;

/** A clock of the wished speed that shows now, or a minute of today, when it is begun; the wall clock where that is asked. */
export const newClock = (
  now: number,
  { factor, from }: { readonly factor: number; readonly from?: number | undefined },
): ClockSetting => {
  if (from === undefined) {
    return factor === 1 ? realClock : { wallOrigin: now, domainOrigin: now, factor };
  }
  const local = now + offsetMilliseconds;
  const midnight = local - (local % dayMilliseconds) - offsetMilliseconds;
  return { wallOrigin: now, domainOrigin: midnight + from * 60_000, factor };
};

/** True where a clock is the wall clock: everything else is a demonstration. */
export const isRealClock = ({ wallOrigin, domainOrigin, factor }: ClockSetting): boolean =>
  factor === 1 && wallOrigin === domainOrigin;
