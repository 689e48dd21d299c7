import { extname } from 'node:path';
import { WrongUse } from '../wrong-use.ts';
import { noFactKinds, type FactKinds } from './fact-kinds.ts';
import { readCsvReports } from './read-csv-reports.ts';
import { readJsonlReports } from './read-jsonl-reports.ts';
import { readYamlReports } from './read-yaml-reports.ts';
import type { ReadReport } from './read-report.ts';

/** The reports of a file's text, by the file's ending. */
export function readReports(
  file: string,
  text: string,
  kinds: FactKinds = noFactKinds,
): readonly ReadReport[] {
  switch (extname(file).toLowerCase()) {
    case '.yaml':
    case '.yml':
      return readYamlReports(file, text);
    case '.csv':
      return readCsvReports(text, kinds);
    case '.jsonl':
    case '.ndjson':
      return readJsonlReports(file, text);
    default:
      throw new WrongUse({
        zh: `${file} 不是 .yaml、.csv 或 .jsonl 文件`,
        en: `${file} is no .yaml, .csv or .jsonl file`,
      });
  }
}
