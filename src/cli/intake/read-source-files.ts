import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { noFactKinds, type FactKinds } from '../reports/fact-kinds.ts';
import type { ReadReport } from '../reports/read-report.ts';
import { readReportFile } from '../reports/read-report-file.ts';
import { WrongUse } from '../wrong-use.ts';

/** A report, or why there is none, with the file in which it stands. */
export type Found = ReadReport & { readonly file: string };

/** All reports of a file, or of the files of a folder in the order of their names. */
export async function readSourceFiles(
  source: string,
  kinds: FactKinds = noFactKinds,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const file of await filesOf(source)) {
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
    const read = bytes instanceof Error ? [unreadable(bytes)] : readReportFile(file, bytes, kinds);
    found.push(...read.map((each) => ({ file, ...each })));
  }
  if (found.length === 0)
    throw new WrongUse({ zh: `${source} 里没有报警`, en: `${source} holds no reports` });
  return found;
}

const unreadable = ({ code = '' }: NodeJS.ErrnoException): ReadReport => ({
  line: 1,
  reason: { zh: `文件读不了（${code}）`, en: `the file cannot be read (${code})` },
});

/** The files that a source names: itself, or all of a folder that can hold reports. */
export async function filesOf(source: string): Promise<readonly string[]> {
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
