import { setTimeout as sleep } from 'node:timers/promises';
import { patientSession } from '../client/patient-session.ts';
import { readSystemClock } from '../client/system-clock.ts';
import type { ToldReport } from '../reports/told-report.ts';
import { allIncidents } from './all-incidents.ts';
import { answerUndecided } from './answer-undecided.ts';
import { chanceOf } from './chance.ts';
import { officerAtWork, type OfficerAtWork } from './officer-at-work.ts';
import type { OfficerScript } from './officer-script.ts';
import { officersSummary, type OfficersSummary } from './officers-summary.ts';
import type { SamplePerson } from './sample-people.ts';
import { Shift } from './shift.ts';
import { storiesOf } from './stories.ts';
import { createTally } from './tally.ts';

/** Who works, where, and how. */
export interface WorkDay {
  readonly url: string;
  readonly password: string;
  readonly people: readonly SamplePerson[];
  readonly script: OfficerScript;
  /** The reports whose stories are known. */
  readonly reports: readonly ToldReport[];
  readonly stop: AbortSignal;
  /** True once no more reports are to come: a day that is quiet then has ended. */
  readonly mayEnd: () => boolean;
}

const quietMilliseconds = 5000;
const askMilliseconds = 500;

/** Works until nothing is left to be done or it is told to stop, and sums up; nothing where the system never answered. */
export async function workDay(day: WorkDay): Promise<OfficersSummary | undefined> {
  const { url, password, people, script, stop } = day;
  // Ends the listening when the day is over.
  const ended = new AbortController();
  const working = AbortSignal.any([stop, ended.signal]);
  const tally = createTally();
  const officers = people.map((person) =>
    officerAtWork(person, patientSession({ url, name: person.id, password, stop: working }), tally),
  );
  const [first] = officers;
  const clock = first && (await readSystemClock(first.session.ask));
  if (!clock) return undefined;
  const findStory = storiesOf(day.reports);
  const chance = chanceOf(script.seed);
  const shift = new Shift({ officers, script, chance, findStory, clock, stop: working });
  const listening = shift.work();
  const undecided = async (): Promise<boolean> => {
    let isAnswered = false;
    for (const { reader, view } of await allIncidents(officers)) {
      if (view.closedAt !== undefined) continue;
      const standard = view.standard.id;
      const sources = { script, chance, story: findStory(view), standard, now: clock.now() };
      if (await answerUndecided(reader, view, sources)) isAnswered = true;
    }
    return isAnswered;
  };
  await Promise.race([listening, untilQuiet({ shift, day, undecided })]);
  const summary = await sumUp(officers, tally, stop);
  ended.abort();
  await listening;
  return summary;
}

async function untilQuiet({
  shift,
  day: { mayEnd, stop },
  undecided,
}: {
  readonly shift: Shift;
  readonly day: WorkDay;
  readonly undecided: () => Promise<boolean>;
}): Promise<void> {
  let isLookedAround = false;
  while (!stop.aborted) {
    await sleep(askMilliseconds, undefined, { signal: stop }).catch(() => undefined);
    if (!shift.isQuiet(quietMilliseconds)) continue;
    if (await undecided()) {
      isLookedAround = false;
    } else if (mayEnd()) {
      if (isLookedAround) return;
      isLookedAround = true;
    }
    shift.lookAround();
  }
}

async function sumUp(
  officers: readonly OfficerAtWork[],
  tally: ReturnType<typeof createTally>,
  stop: AbortSignal,
): Promise<OfficersSummary | undefined> {
  if (stop.aborted) return officersSummary([], tally);
  const incidents = await allIncidents(officers);
  return officersSummary(
    incidents.map(({ view }) => view),
    tally,
  );
}
