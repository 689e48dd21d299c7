import type { LogEntry } from '../../model/log-entry.ts';
import type { Evidence } from '../../model/step-row.ts';
import type { DossierFlaw } from './dossier-flaws.ts';
import type { GivenFile } from './given-files.ts';

/** What the files beside a dossier come to. */
export interface CheckedFiles {
  /** Files that the log names by their hash, and how many of them were given as they were. */
  readonly named: number;
  readonly intact: number;
  readonly flaws: readonly DossierFlaw[];
}

/** Holds files against the hashes in the log. One that no entry names was changed, or is of another incident. */
export function checkFiles(
  entries: readonly LogEntry[],
  given: readonly GivenFile[],
): CheckedFiles {
  const named = new Set(entries.flatMap(evidenceOf).flatMap(({ sha256 }) => sha256 ?? []));
  const found = new Set(given.map(({ sha256 }) => sha256).filter((hash) => named.has(hash)));
  const foreign = given.filter(({ sha256 }) => !named.has(sha256));
  return {
    named: named.size,
    intact: found.size,
    flaws: foreign.map(({ path }) => ({
      what: 'file',
      id: path,
      text: {
        zh: `文件 ${path} 与记录中的哈希都不符：被改过，或不属于这起警情`,
        en: `the file ${path} has no hash of this log: it was changed, or is of another incident`,
      },
    })),
  };
}

const evidenceOf = ({ data }: LogEntry): readonly Evidence[] =>
  data.kind === 'step' ? [...(data.row.evidence ?? []), ...(data.row.pending?.evidence ?? [])] : [];
