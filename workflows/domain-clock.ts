import type { Instant } from '../src/model/instant.ts';
import type { ClockSetting } from './messages.ts';
import { localPorts } from './ports.ts';

// The time of the workflow task. It is not always the same on replay: where a task was kept alive by heartbeats, a replay
// gives the time of the last of them. So it is not exported, and no command and no entry may hang on it.
const taskTime = (): number => Date.now();

// Messages may wait this long on their way, and clocks of servers may differ by as much.
const apartMillisecondsMax = 60_000;

/**
 * The wall time, as an answer that stands in the history: a replay reads the same. It is the time of Temporal's server,
 * which is handed to a local activity and comes back.
 */
export const readClock = (): Promise<number> => localPorts.readClock(taskTime());

/** Wall milliseconds until a wall moment, for a timer alone: at least one. */
export const untilWall = (wall: number): number => Math.max(1, wall - taskTime());

/**
 * True where the sender's clock and the server's are too far apart for the limits to hold, or the message was on its way
 * too long. For validators alone: they do not run again on replay.
 */
export const isApart = (clock: ClockSetting, received: Instant): boolean =>
  Math.abs(wallOf(clock, received) - taskTime()) > apartMillisecondsMax;

/** The domain instant of a wall moment. With `wallOf` the one place where a workflow maps one to the other. */
export const domainOf = (
  { wallOrigin, domainOrigin, factor }: ClockSetting,
  wall: number,
): Instant => Math.floor(domainOrigin + (wall - wallOrigin) * factor);

/** The wall moment at which a domain instant is there. */
export const wallOf = ({ wallOrigin, domainOrigin, factor }: ClockSetting, at: Instant): number =>
  Math.ceil((at - domainOrigin) / factor + wallOrigin);
