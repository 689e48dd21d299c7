import type { SystemClock } from './system-clock.ts';

const everyMilliseconds = 60_000;

/** Tells once a minute what time it is in a running system and how far something has come. */
export const tellTime = (clock: SystemClock, soFar: () => string): NodeJS.Timeout =>
  setInterval(() => {
    // China's one time.
    const time = new Date(clock.now() + 8 * 3_600_000).toISOString().slice(11, 16);
    process.stderr.write(`  ${time}  ${soFar()}\n`);
  }, everyMilliseconds).unref();
