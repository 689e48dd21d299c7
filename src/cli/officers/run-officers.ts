import { join } from 'node:path';
import type { Language } from '../../diagnostics/language.ts';
import { findAccount } from '../client/find-account.ts';
import { signIn } from '../client/sign-in.ts';
import type { SystemClock } from '../client/system-clock.ts';
import { tellTime } from '../client/tell-time.ts';
import { findRoot } from '../find-root.ts';
import { readSourceFiles } from '../intake/read-source-files.ts';
import type { Outcome } from '../outcome.ts';
import { stopAsked } from '../system/stop-asked.ts';
import { officersText } from './officers-summary.ts';
import { readOfficerScript } from './read-officer-script.ts';
import { readSamplePeople } from './sample-people.ts';
import { workDay } from './work-day.ts';

interface OfficersRequest {
  readonly root: string | undefined;
  readonly script: string | undefined;
  readonly reports: string | undefined;
  readonly seed: string | undefined;
  readonly url: string;
  readonly data: string;
  readonly stay: boolean;
  readonly json: true | undefined;
  readonly lang: Language;
}

/** Has the sample people work in a running system until nothing is left to be done, and sums up. */
export async function runOfficers(request: OfficersRequest): Promise<Outcome> {
  const { url, data, seed, stay, json, lang } = request;
  const root = findRoot(request.root);
  const script = await readOfficerScript(request.script ?? join(root, 'samples/officers.yaml'));
  const people = await readSamplePeople(root);
  const found = await readSourceFiles(request.reports ?? join(root, 'samples/reports'));
  const { password } = await findAccount(people[0]?.id, data);
  // Once in any case: a wrong address or password is said at once.
  await signIn({ url, name: people[0]?.id ?? '', password });
  const summary = await workDay({
    url: url.replace(/\/+$/, ''),
    password,
    people,
    script: seed === undefined ? script : { ...script, seed },
    reports: found.flatMap((each) => ('told' in each ? [each.told] : [])),
    stop: stopAsked(),
    mayEnd: () => !stay,
    ...(json !== true && { onWork: tellWork(lang) }),
  });
  if (!summary) return { text: '', status: 1 };
  return {
    text: json ? `${JSON.stringify(summary, undefined, 2)}\n` : officersText(summary, lang),
    status: (summary.outcome?.stuck.length ?? 0) > 0 ? 1 : 0,
  };
}

const tellWork =
  (lang: Language) =>
  (clock: SystemClock, acts: () => number): void => {
    const { factor } = clock;
    const pace =
      factor === 1
        ? { zh: '按真实时间办，要几个小时', en: 'at the pace of real ones, for hours' }
        : { zh: `时钟是 ${factor} 倍速`, en: `by a clock that runs ${factor} times as fast` };
    const words = {
      zh: `民警上岗，${pace.zh}；按 Ctrl-C 收工并小结`,
      en: `officers are at work ${pace.en}; Ctrl-C ends it and sums up`,
    };
    process.stderr.write(`  ${words[lang]}\n`);
    tellTime(clock, () => ({ zh: `已办 ${acts()} 项`, en: `${acts()} acts` })[lang]);
  };
