import type { DocumentPath, Range } from '../model/diagnostic.ts';

/** Where a problem is: a path in a document, or a range where the text is too broken for paths. */
export interface ProblemPlace {
  readonly file: string;
  readonly path: DocumentPath;
  readonly at?: 'key' | 'value';
  readonly range?: Range;
}
