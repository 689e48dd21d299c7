import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';

/** Why a file is not taken by what the malware scanner says of it. What it found is written into the API's own log. */
export async function infection(
  { clock, scanner, store }: ApiContext,
  file: {
    readonly path: string;
    readonly sha256: string;
    readonly incident: string;
    readonly person: string;
  },
): Promise<ApiProblem | undefined> {
  const scan = (await scanner?.scan(file.path)) ?? 'clean';
  if (scan === 'clean') return undefined;
  if (scan === 'away') return problemCatalogue.scannerAway;
  if (scan === 'too-large') return problemCatalogue.fileTooLarge;
  const { path: _, ...about } = file;
  await store.apiLog.append('file-infected', { ...about, found: scan.found }, clock.now());
  return problemCatalogue.fileInfected;
}
