import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from '../client/ask.ts';
import type { SystemClock } from '../client/system-clock.ts';
import type { ToldReport } from '../reports/told-report.ts';
import { postReport, type Answered } from './post-report.ts';
import { sendingTimes, type Timed } from './sending-time.ts';

/** A report with its place in a file. */
export interface PlacedReport {
  readonly file: string;
  readonly line: number;
  readonly told: ToldReport;
}

/** The reports to feed, and how they are fed. */
export interface Feeding {
  readonly reports: readonly PlacedReport[];
  readonly ask: Ask;
  /** Each at its time of day by this clock; without one, all at once. */
  readonly clock?: SystemClock;
  readonly stop: AbortSignal;
  readonly onAnswer: (report: PlacedReport, answered: Answered) => void;
}

// Enough to keep the system busy, and few enough to leave it to the officers.
const atOnce = 4;

/** Sends all reports, and settles when each is answered or it was told to stop. */
export async function feedReports({ reports, ask, clock, stop, onAnswer }: Feeding): Promise<void> {
  const queue = clock
    ? [...sendingTimes(reports, clock.now())]
    : reports.map((sent): Timed<PlacedReport> => ({ sent }));
  const events = new Map<string, Promise<string | undefined>>();
  const send = async (report: PlacedReport): Promise<void> => {
    const { event } = report.told;
    if (event === undefined) return onAnswer(report, await postReport(ask, report.told));
    const running = events.get(event) ?? Promise.resolve(undefined);
    const answering = running.then((incident) => postReport(ask, report.told, incident));
    // Where the one that told of it first was not taken, the next that is taken begins it.
    events.set(event, told(ask, report.told, { running, answering }));
    onAnswer(report, await answering);
  };
  const sendNext = async (): Promise<void> => {
    for (let next = queue.shift(); next && !stop.aborted; next = queue.shift()) {
      if (next.at !== undefined && clock) await wait(clock.until(next.at), stop);
      if (!stop.aborted) await send(next.sent);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendNext));
}

const retryMilliseconds = 1000;
const triesMax = 60;

interface Telling {
  readonly running: Promise<string | undefined>;
  readonly answering: Promise<Answered>;
}

/** The incident of an event after one more report of it. */
async function told(
  ask: Ask,
  report: ToldReport,
  { running, answering }: Telling,
): Promise<string | undefined> {
  const [incident, answered] = [await running, await answering];
  if ('taken' in answered && answered.taken.incident !== undefined) return answered.taken.incident;
  return incident ?? begunBy(answered, () => postReport(ask, report));
}

// A report that waits for the engine has no incident yet that others could join; sent again it tells when it has.
async function begunBy(
  answered: Answered,
  again: () => Promise<Answered>,
): Promise<string | undefined> {
  let found = answered;
  for (let tries = 1; 'taken' in found; tries += 1) {
    if (found.taken.pending !== true || tries > triesMax) return found.taken.incident;
    await sleep(retryMilliseconds);
    found = await again();
  }
  return undefined;
}

// Node.js fires a timer of more than 24 days at once.
const longestTimer = 2 ** 31 - 1;

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(Math.min(milliseconds, longestTimer), undefined, { signal }).catch(() => undefined);
