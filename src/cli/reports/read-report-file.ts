import { decodeText } from './decode-text.ts';
import type { FactKinds } from './fact-kinds.ts';
import { readReports } from './read-reports.ts';
import type { ReadReport } from './read-report.ts';

/** The reports in the bytes of a file, by the file's ending. */
export function readReportFile(
  file: string,
  bytes: Uint8Array,
  kinds: FactKinds,
): readonly ReadReport[] {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? readReports(file, decoded.text, kinds) : [decoded];
}
