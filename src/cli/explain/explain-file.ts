import { indexRelease, type ReleaseIndex } from '../../api/release/release-index.ts';
import type { Language } from '../../diagnostics/language.ts';
import type { Text } from '../../model/text.ts';
import { loadRelease } from '../load-release.ts';
import type { Outcome } from '../outcome.ts';
import { readAskedBytes } from '../read-asked.ts';
import { releaseProblems } from '../release-problems.ts';
import { readReportFile } from '../reports/read-report-file.ts';
import type { ReadReport } from '../reports/read-report.ts';
import { explainReport, type Explanation } from './explain-report.ts';
import { explanationText } from './explanation-text.ts';
import { toldFaults } from './told-faults.ts';

interface ExplainRequest {
  readonly file: string;
  readonly root: string | undefined;
  readonly json: true | undefined;
  readonly lang: Language;
  /** When they are told; what says no date comes then. */
  readonly now: number;
}

/** A report that a running system would not take, with its place in the file. */
interface Refused {
  readonly line: number;
  readonly column?: number;
  readonly reason: Text;
}

/** Explains every report of a file; those that intake would refuse are told with their lines, on standard error. */
export async function explainFile(request: ExplainRequest): Promise<Outcome> {
  const { file, root, json, lang, now } = request;
  const bytes = await readAskedBytes(file);
  const loaded = await loadRelease(root);
  const { release } = loaded;
  if (!release) return releaseProblems(loaded, { lang, json });
  const index = indexRelease(release);
  const kinds = new Map(Object.values(index.facts).map(({ id, answer }) => [id, answer.kind]));
  const explanations: Explanation[] = [];
  const refused: Refused[] = [];
  for (const read of readReportFile(file, bytes, kinds)) {
    const judged = await judge(read, { index, now });
    if ('reason' in judged) refused.push(judged);
    else explanations.push(judged);
  }
  for (const { line, column, reason } of refused) {
    const place = column === undefined ? line : `${line}:${column}`;
    process.stderr.write(`jiechu: ${file}:${place}  ${reason[lang]}\n`);
  }
  const status = refused.length > 0 ? 1 : 0;
  if (!json)
    return { text: explanations.map((each) => explanationText(each, lang)).join('\n'), status };
  const [first, ...others] = explanations;
  const shown = others.length === 0 ? first : explanations;
  return { text: first ? `${JSON.stringify(shown, undefined, 2)}\n` : '', status };
}

async function judge(
  read: ReadReport,
  { index, now }: { readonly index: ReleaseIndex; readonly now: number },
): Promise<Explanation | Refused> {
  if ('reason' in read) return read;
  const { line, told } = read;
  const faults = await toldFaults(told, { index, now });
  if (faults.length === 0) return explainReport(index.release, told, now);
  const list = (lang: Language) =>
    faults.map(({ pointer, detail }) => `${pointer || '/'} ${detail[lang]}`).join('; ');
  return { line, reason: { zh: list('zh'), en: list('en') } };
}
