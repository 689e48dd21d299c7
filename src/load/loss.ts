import type { DocumentPath } from '../model/diagnostic.ts';
import { filePlace, type FilePlace } from './file-place.ts';
import type { Holds } from './holds-of-text.ts';
import type { SourceKind } from './source-kind.ts';

/** The part of a file that could not be used. To name it is no mistake, and to miss it is not to have forgotten it. */
export interface Loss {
  readonly file: string;
  /** Absent where not even the kind of the file can be told. */
  readonly kind?: SourceKind;
  /** The id that it should have by the name of its file or folder. */
  readonly id?: string;
  /** The places that are left out; the top where nothing of the file is used. */
  readonly paths: readonly DocumentPath[];
  /** All words in what is left out; `any` where it could not even be read. */
  readonly words: ReadonlySet<string> | 'any';
}

/** The words of a text that may be ids. */
export function wordsOfText(text: string): ReadonlySet<string> {
  return new Set(text.match(/[a-z0-9][a-z0-9-]*/g));
}

/** The words of a value, keys among them, that may be ids. */
export function wordsOfValue(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOfValue);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsOfValue(inner)]);
  }
  return value === null || value === undefined ? [] : [String(value)];
}

/** A file of which nothing is used. Its path says what it should be; where it lies wrong, its first line does. */
export function lostFile(
  file: string,
  place: FilePlace,
  words: Loss['words'],
  holds?: Holds,
): Loss {
  const meant = place.is === 'misnamed' ? filePlace(besides(file, place.rightName)) : place;
  const folder = /^standards\/(?:procedures\/)?([^/]+)\/(?:standard|procedure)\./.exec(file)?.[1];
  const stem = /([^/.]+)\.[^/]*$/.exec(file)?.[1];
  const name = folder?.replace(/^[0-9]+-/, '') ?? stem;
  const kind = meant.is === 'source' ? meant.kind : holds?.kind;
  const id = holds !== undefined && holds.id !== '' ? holds.id : name;
  return {
    file,
    ...(kind !== undefined && { kind }),
    ...(id !== undefined && { id }),
    paths: [[]],
    words,
  };
}

const besides = (file: string, name: string) =>
  `${file.slice(0, file.lastIndexOf('/') + 1)}${name}`;
