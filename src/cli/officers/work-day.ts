import { setTimeout as sleep } from 'node:timers/promises';
import { patientSession } from '../client/patient-session.ts';
import { readSystemClock, type SystemClock } from '../client/system-clock.ts';
import type { ToldReport } from '../reports/told-report.ts';
import { allIncidents, waitingForNobody } from './all-incidents.ts';
import { answerUndecided } from './answer-undecided.ts';
import { chanceOf } from './chance.ts';
import { officerAtWork, type OfficerAtWork } from './officer-at-work.ts';
import type { OfficerScript } from './officer-script.ts';
import { officersSummary, type OfficersSummary } from './officers-summary.ts';
import type { SamplePerson } from './sample-people.ts';
import { Shift } from './shift.ts';
import { storiesOf } from './stories.ts';
import { createTally } from './tally.ts';

/** The settings of a day's work: who works, where, and how. */
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
  /** Told once that they are at work, by which clock, and how to ask what they have done so far. */
  readonly onWork?: (clock: SystemClock, acts: () => number) => void;
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
  const answer = async (officer: OfficerAtWork, id: string): Promise<boolean> => {
    const view = await officer.incident(id);
    if (!view || view.closedAt !== undefined) return false;
    const standard = view.standard.id;
    const sources = { script, chance, story: findStory(view), standard, now: clock.now() };
    return answerUndecided(officer, view, sources);
  };
  const shift = new Shift({
    ...{ officers, script, chance, findStory, clock, stop: working },
    onUndecided: async (officer, id) => void (await answer(officer, id)),
  });
  const listening = shift.work();
  day.onWork?.(clock, tally.count);
  const nobodys = async (): Promise<boolean> => {
    let isAnswered = false;
    for (const { reader, id } of await waitingForNobody(officers))
      if (await answer(reader, id)) isAnswered = true;
    return isAnswered;
  };
  await Promise.race([listening, untilQuiet({ shift, day, nobodys })]);
  await shift.settled();
  const incidents = stop.aborted ? undefined : await allIncidents(officers);
  ended.abort();
  await listening;
  return officersSummary(
    incidents?.map(({ view }) => view),
    tally,
  );
}

const sweepMilliseconds = 30_000;

async function untilQuiet({
  shift,
  day: { mayEnd, stop },
  nobodys,
}: {
  readonly shift: Shift;
  readonly day: WorkDay;
  /** Takes up what nobody is prompted for; false where there is nothing. */
  readonly nobodys: () => Promise<boolean>;
}): Promise<void> {
  let isLookedAround = false;
  let swept = Date.now();
  while (!stop.aborted) {
    await sleep(askMilliseconds, undefined, { signal: stop }).catch(() => undefined);
    const isQuiet = shift.isQuiet(quietMilliseconds);
    if (!isQuiet && Date.now() - swept < sweepMilliseconds) continue;
    swept = Date.now();
    if (await nobodys()) isLookedAround = false;
    if (!isQuiet) continue;
    if (mayEnd() && isLookedAround) return;
    isLookedAround = mayEnd();
    shift.lookAround();
  }
}
