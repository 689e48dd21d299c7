import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';
import { askAgain } from '../client/ask-again.ts';
import { askOnce, type Answer } from '../client/ask.ts';
import { findAccount } from '../client/find-account.ts';
import { patientSession } from '../client/patient-session.ts';
import { signIn } from '../client/sign-in.ts';
import { readSystemClock } from '../client/system-clock.ts';
import type { ProblemDetails } from '../../contract/problem-contract.ts';
import type { Outcome } from '../outcome.ts';
import { printable } from '../printable.ts';
import { stopAsked } from '../system/stop-asked.ts';
import { askFactKinds } from './ask-fact-kinds.ts';
import { createProgress } from './create-progress.ts';
import { feedReports } from './feed-reports.ts';
import { intakeSummary, intakeText, type BadReport, type SentReport } from './intake-summary.ts';
import { filesOf, readSourceFiles } from './read-source-files.ts';

interface IntakeRequest {
  readonly source: string;
  readonly url: string;
  readonly name: string | undefined;
  readonly data: string;
  /** Each report at its time of day, and a system that is away is waited for. */
  readonly paced: boolean;
  readonly json: true | undefined;
  readonly lang: Language;
}

/** Sends every report of a file or folder; what is wrong is listed, what is right is taken. */
export async function intakeReports(request: IntakeRequest): Promise<Outcome> {
  const { source, url, name, data, json, lang, paced } = request;
  await filesOf(source);
  const account = await findAccount(name, data);
  const stopping = new AbortController();
  const interrupted = stopAsked();
  const stop = AbortSignal.any([stopping.signal, interrupted]);
  // Signed in once in any case: a wrong address or password is said at once.
  const system = await signIn({ url, ...account });
  const ask = paced
    ? patientSession({ url: system.url, ...account, stop }).ask
    : askAgain(askOnce(system, stop), stop, tellWait(lang));
  const read = await readSourceFiles(source, await askFactKinds(ask));
  const bad: BadReport[] = read.flatMap((each) => ('reason' in each ? [each] : []));
  const reports = read.flatMap((each) => ('told' in each ? [each] : []));
  const clock = paced ? await readSystemClock(ask) : undefined;
  const sent: SentReport[] = [];
  let stopped: Text | undefined;
  const progress = createProgress(reports.length);
  await feedReports({
    reports,
    ask,
    ...(clock && { clock }),
    stop,
    onAnswer: ({ file, line }, answered) => {
      progress.advance();
      if ('taken' in answered) sent.push({ file, line, ...answered });
      else if ('reason' in answered) bad.push({ file, line, reason: answered.reason });
      else {
        stopped ??= answered.stopped;
        stopping.abort();
      }
    },
  });
  progress.end();
  if (interrupted.aborted)
    stopped = { zh: '已中断，再送一次即可接着送', en: 'interrupted: send it again to go on' };
  const summary = intakeSummary({ sent, bad, stopped, total: read.length });
  return {
    text: json ? `${JSON.stringify(summary, undefined, 2)}\n` : intakeText(summary, lang),
    status: bad.length > 0 || stopped ? 1 : 0,
  };
}

// Once: a busy system sends many away.
function tellWait(lang: Language): (answer: Answer, seconds: number) => void {
  let isTold = false;
  return ({ body }, seconds) => {
    if (isTold) return;
    isTold = true;
    const { text } = body as Partial<ProblemDetails>;
    const why = text?.[lang] ?? { zh: '系统正忙', en: 'the system is busy' }[lang];
    const again = { zh: `${seconds} 秒后再送`, en: `sent again in ${seconds} s` }[lang];
    process.stderr.write(`${printable(`${why}: ${again}`)}\n`);
  };
}
