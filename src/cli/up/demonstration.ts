import { join } from 'node:path';
import type { Language } from '../../diagnostics/language.ts';
import { patientSession } from '../client/patient-session.ts';
import { readSystemClock } from '../client/system-clock.ts';
import { tellTime } from '../client/tell-time.ts';
import { feedReports, type PlacedReport } from '../intake/feed-reports.ts';
import { readSourceFiles } from '../intake/read-source-files.ts';
import { officersText } from '../officers/officers-summary.ts';
import { readOfficerScript } from '../officers/read-officer-script.ts';
import { readSamplePeople } from '../officers/sample-people.ts';
import { workDay } from '../officers/work-day.ts';
import type { RunningSystem } from '../system/run-system.ts';
import { sampleAccounts } from '../system/sample-accounts.ts';

/** The material that a demonstration is played from. */
export interface Play {
  readonly reports: readonly PlacedReport[];
  readonly script: Awaited<ReturnType<typeof readOfficerScript>>;
  readonly people: Awaited<ReturnType<typeof readSamplePeople>>;
}

/** Reads the play before anything is started: what is wrong in it is said at once. */
export async function readPlay(root: string): Promise<Play> {
  const found = await readSourceFiles(join(root, 'samples/reports'));
  return {
    reports: found.flatMap((each) => ('told' in each ? [each] : [])),
    script: await readOfficerScript(join(root, 'samples/officers.yaml')),
    people: await readSamplePeople(root),
  };
}

/** Plays the day in a running system, from outside as anybody would: over its HTTP. Tells how it goes and how it ended. */
export async function playDay(
  { reports, script, people }: Play,
  { address: url, samplePassword: password }: RunningSystem,
  {
    stop,
    lang,
    json,
  }: { readonly stop: AbortSignal; readonly lang: Language; readonly json: true | undefined },
): Promise<void> {
  const name = sampleAccounts[0]!.name;
  const { ask } = patientSession({ url, name, password, stop });
  const clock = await readSystemClock(ask);
  if (!clock) return;
  let [taken, isFed] = [0, false];
  const soFar = () =>
    ({
      zh: `受理 ${taken}/${reports.length}`,
      en: `${taken}/${reports.length} reports`,
    })[lang];
  const progress = json === true ? undefined : tellTime(clock, soFar);
  const onAnswer = (_report: PlacedReport, answered: object): void => {
    if ('taken' in answered) taken += 1;
  };
  const feeding = feedReports({ reports, ask, clock, stop, onAnswer }).then(
    () => void (isFed = true),
  );
  const told = reports.map((report) => report.told);
  const mayEnd = () => isFed;
  const working = workDay({ url, password, people, script, reports: told, stop, mayEnd });
  const [summary] = await Promise.all([working, feeding]);
  clearInterval(progress);
  if (!summary || stop.aborted) return;
  process.stdout.write(
    json === true
      ? `${JSON.stringify(summary)}\n`
      : `\n${{ zh: '这一天办完了。', en: 'The day is over.' }[lang]}\n${officersText(summary, lang)}`,
  );
}
