import type { Instant } from '../../model/instant.ts';
import type { ClockSetting } from './clock-setting.ts';

/** The domain instant of a wall moment, by the setting that workflows are started with. */
export const domainInstant = (
  { wallOrigin, domainOrigin, factor }: ClockSetting,
  wall: number,
): Instant => Math.floor(domainOrigin + (wall - wallOrigin) * factor);
