import type { Language } from '../../diagnostics/language.ts';
import { loadRelease } from '../load-release.ts';
import type { Outcome } from '../outcome.ts';
import { readAsked } from '../read-asked.ts';
import { releaseProblems } from '../release-problems.ts';
import { readReports } from '../reports/read-reports.ts';
import { WrongUse } from '../wrong-use.ts';
import { explainReport, type Explanation } from './explain-report.ts';
import { explanationText } from './explanation-text.ts';

interface ExplainRequest {
  readonly file: string;
  readonly root: string | undefined;
  readonly json: true | undefined;
  readonly lang: Language;
}

/** Explains every report of a file. */
export async function explainFile({ file, root, json, lang }: ExplainRequest): Promise<Outcome> {
  const text = await readAsked(file);
  const told = readReports(file, text).map((read) => {
    if ('told' in read) return read.told;
    const { line, reason } = read;
    throw new WrongUse({ zh: `${file}:${line} ${reason.zh}`, en: `${file}:${line} ${reason.en}` });
  });
  const loaded = await loadRelease(root);
  const { release } = loaded;
  if (!release) return releaseProblems(loaded, { lang, json });
  const explanations: Explanation[] = [];
  for (const each of told) explanations.push(await explainReport(release, each, Date.now()));
  if (json) {
    const [first, ...others] = explanations;
    return {
      text: `${JSON.stringify(others.length === 0 ? first : explanations, undefined, 2)}\n`,
      status: 0,
    };
  }
  return { text: explanations.map((each) => explanationText(each, lang)).join('\n'), status: 0 };
}
