import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';
import type { Outcome } from '../outcome.ts';
import { decodeText } from '../reports/decode-text.ts';
import { readReports } from '../reports/read-reports.ts';
import type { ReadReport } from '../reports/read-report.ts';
import { WrongUse } from '../wrong-use.ts';
import { createProgress } from './create-progress.ts';
import { findAccount } from './find-account.ts';
import { intakeSummary, intakeText, type BadReport, type SentReport } from './intake-summary.ts';
import { postReport } from './post-report.ts';
import { signIn } from './sign-in.ts';

interface IntakeRequest {
  readonly source: string;
  readonly url: string;
  readonly name: string | undefined;
  readonly data: string;
  readonly json: true | undefined;
  readonly lang: Language;
}

// Enough to keep the system busy, and few enough to leave it to the officers.
const atOnce = 4;

/** Sends every report of a file or folder; what is wrong is listed, what is right is taken. */
export async function intakeReports({
  source,
  url,
  name,
  data,
  json,
  lang,
}: IntakeRequest): Promise<Outcome> {
  const read = await readSourceFiles(source);
  const bad: BadReport[] = read.flatMap((each) => ('reason' in each ? [each] : []));
  const good = read.flatMap((each) => ('told' in each ? [each] : []));
  if (read.length === 0)
    throw new WrongUse({ zh: `${source} 里没有报警`, en: `${source} holds no reports` });
  const system = await signIn({ url, ...(await findAccount(name, data)) });
  const sent: SentReport[] = [];
  const progress = createProgress(good.length);
  let stopped: Text | undefined;
  const queue = [...good];
  const sendNext = async (): Promise<void> => {
    for (let next = queue.shift(); next && !stopped; next = queue.shift()) {
      const { file, line } = next;
      const answer = await postReport(system, next.told);
      if ('stopped' in answer) stopped = answer.stopped;
      else if ('reason' in answer) bad.push({ file, line, reason: answer.reason });
      else sent.push({ file, line, ...answer });
      progress.advance();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendNext));
  progress.end();
  const summary = intakeSummary({ sent, bad, stopped, total: read.length });
  return {
    text: json ? `${JSON.stringify(summary, undefined, 2)}\n` : intakeText(summary, lang),
    status: bad.length > 0 || stopped ? 1 : 0,
  };
}

type Found = ReadReport & { readonly file: string };

async function readSourceFiles(source: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const file of await filesOf(source)) {
    const text = decodeText(await readFile(file));
    found.push(...readReports(file, text).map((each) => ({ file, ...each })));
  }
  return found;
}

async function filesOf(source: string): Promise<readonly string[]> {
  const stats = await stat(source).catch(() => undefined);
  if (!stats)
    throw new WrongUse({
      zh: `没有这个文件或文件夹：${source}`,
      en: `no such file or folder: ${source}`,
    });
  if (!stats.isDirectory()) return [source];
  const names = await readdir(source, { recursive: true });
  const files = names.filter((name) => /\.(ya?ml|csv|jsonl|ndjson)$/i.test(name)).sort();
  return files.map((name) => join(source, name));
}
