import type { DocumentPath } from '../model/diagnostic.ts';

/** Something that a scenario says and that is not so, with its place in the file. */
export interface Mismatch {
  readonly path: DocumentPath;
  readonly expected: string;
  readonly found: string;
}
