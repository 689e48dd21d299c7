import { asReadReport } from './as-read-report.ts';
import type { ReadReport } from './read-report.ts';

/** A report a line, as JSON. Empty lines are passed over. */
export function readJsonlReports(text: string): readonly ReadReport[] {
  return text
    .replace(/^\u{FEFF}/u, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));
}

function readLine(text: string, line: number): ReadReport {
  try {
    return asReadReport(line, JSON.parse(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { line, reason: { zh: `不是 JSON：${why}`, en: `no JSON: ${why}` } };
  }
}
