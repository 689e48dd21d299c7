import type { FileView } from '../../contract/file-contract.ts';
import type { Upload } from '../file/uploads.ts';
import type { StepDraft } from './step-draft.ts';

/** The files that a form has for its evidence. */
export interface AttachedFiles {
  /** Those that the server has, by kind of evidence. */
  readonly kept: Readonly<Record<string, readonly FileView[]>>;
  /** Kinds with a file that is still on its way. */
  readonly underWay: readonly string[];
}

/** The standing of the files of a form. One that was refused is none. */
export function attachedFiles(
  { files }: Pick<StepDraft, 'files'>,
  get: (id: string) => Upload | undefined,
): AttachedFiles {
  const byKind = Object.entries(files).map(
    ([kind, ids]) => [kind, ids.flatMap((id) => get(id)?.standing ?? [])] as const,
  );
  return {
    kept: Object.fromEntries(
      byKind.map(([kind, standings]) => [
        kind,
        standings.flatMap((standing) => (standing.kind === 'kept' ? standing.file : [])),
      ]),
    ),
    underWay: byKind.flatMap(([kind, standings]) =>
      standings.some((one) => one.kind === 'sending' || one.kind === 'waiting') ? kind : [],
    ),
  };
}

export const noFiles: AttachedFiles = { kept: {}, underWay: [] };
