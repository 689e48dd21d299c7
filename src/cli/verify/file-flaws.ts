import type { Dossier } from '../../contract/dossier-contract.ts';
import { briefly } from '../../diagnostics/shown-text.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { KeptEvidence } from '../../model/step-row.ts';
import type { DossierFlaw } from './dossier-flaw.ts';
import type { GivenFile } from './given-files.ts';

/** The result of checking the files beside a dossier. */
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
  const named = namedFiles(entries);
  const found = new Set(given.map(({ sha256 }) => sha256).filter((hash) => named.has(hash)));
  const foreign = given.filter(({ sha256 }) => !named.has(sha256));
  return {
    named: named.size,
    intact: found.size,
    flaws: foreign.map(({ path }) => ({
      what: 'file',
      id: path,
      text: {
        zh: `文件 ${briefly(path)} 与记录中的哈希都不符：被改过，或不属于这起警情`,
        en: `the file ${briefly(path)} has no hash of this log: it was changed, or is of another incident`,
      },
    })),
  };
}

/** The files that the log names have to be in the list of the incident's files. */
export function listedFileFlaws(
  { files }: Pick<Dossier, 'files'>,
  entries: readonly LogEntry[],
): readonly DossierFlaw[] {
  const listed = new Set(files.map(({ sha256 }) => sha256));
  return [...namedFiles(entries)]
    .filter((sha256) => !listed.has(sha256))
    .map((sha256) => ({
      what: 'file',
      id: sha256,
      text: {
        zh: `记录作为证据的文件 ${briefly(sha256)} 不在文件清单里：清单被改`,
        en: `the file ${briefly(sha256)}, evidence in the log, is not in the list of files: the list was changed`,
      },
    }));
}

const namedFiles = (entries: readonly LogEntry[]): ReadonlySet<string> =>
  new Set(entries.flatMap(evidenceOf).flatMap(({ sha256 }) => sha256 ?? []));

const evidenceOf = ({ data }: LogEntry): readonly KeptEvidence[] =>
  data.kind === 'step' ? [...(data.row.evidence ?? []), ...(data.row.pending?.evidence ?? [])] : [];
