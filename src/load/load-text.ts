import type { DocumentPath, Problem, Range } from '../model/diagnostic.ts';
import { filePlace } from './file-place.ts';
import type { Loss } from './loss.ts';
import { parseYaml } from './parse-yaml.ts';
import { readSource } from './read-source.ts';
import type { SourceFile } from './source-file.ts';

/** One file taken by itself: its data if any could be made out, and all that is wrong with its text and shape. */
export interface LoadedText {
  readonly text: string;
  readonly source?: SourceFile;
  readonly problems: readonly Problem[];
  readonly loss?: Loss;
  readonly locate: (path: DocumentPath, at: 'key' | 'value') => Range;
}

/** Reads a text as the file it is to become. Needs no disk: an editor may ask it at every pause. Never throws. */
export function loadText(file: string, text: string): LoadedText {
  const parsed = parseYaml(file, text);
  return { text, locate: parsed.locate, ...readSource(parsed, filePlace(file)) };
}
