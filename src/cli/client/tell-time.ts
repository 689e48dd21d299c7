import { chinaOffsetMinutes } from '../../model/china-time.ts';
import { writeLocal } from '../../model/write-moment.ts';
import type { SystemClock } from './system-clock.ts';

const everyMilliseconds = 60_000;

/** Tells once a minute what time it is in a running system and how far something has come. */
export const tellTime = (clock: SystemClock, soFar: () => string): NodeJS.Timeout =>
  setInterval(() => {
    const time = writeLocal(clock.now(), chinaOffsetMinutes).slice(11, 16);
    process.stderr.write(`  ${time}  ${soFar()}\n`);
  }, everyMilliseconds).unref();
