import type { Problem } from '../model/diagnostic.ts';
import { unknownKind, wrongSource } from '../diagnostics/file-problems.ts';
import type { FilePlace } from './file-place.ts';
import { lostFile, wordsOfText, type Loss } from './loss.ts';
import { mendShape } from './mend-shape.ts';
import type { ParsedYaml } from './parse-yaml.ts';
import { readSchema } from './read-schema.ts';
import { shapeProblems } from './shape-problems.ts';
import { idKeys, type SourceFile } from './source-file.ts';
import type { SourceKind } from './source-kind.ts';

/** The problems of a text and its shape; without a kind there is nothing of the text to be used. */
export function judgeSource(
  parsed: ParsedYaml,
  place: FilePlace,
): { readonly kind?: SourceKind; readonly problems: readonly Problem[] } {
  const { file, value, problems: ofText } = parsed;
  if (value === undefined) return { problems: ofText };
  const kind = kindOfFile(value, place);
  if (!kind) return { problems: [...ofText, unknownKind(file, firstKey(value), ruleKeys)] };
  const other = otherKey(value, kind);
  if (other !== undefined) return { problems: [...ofText, wrongSource(file, other, idKeys[kind])] };
  const root = readSchema(kind);
  const shape = shapeProblems(value, { file, root }).filter((problem) => isOwn(problem, parsed));
  return { kind, problems: [...ofText, ...shape] };
}

interface SourceReading {
  readonly source?: SourceFile;
  readonly problems: readonly Problem[];
  /** The part of the file that cannot be used. */
  readonly loss?: Loss;
}

/** Holds the data of a file against the schema of its kind. The problems of its text are told with those of its shape. */
export function readSource(parsed: ParsedYaml, place: FilePlace): SourceReading {
  const { file, value } = parsed;
  const { kind, problems } = judgeSource(parsed, place);
  const all = wholeLoss(parsed, place);
  if (kind === undefined) return { problems, loss: all };
  const key = idKeys[kind];
  const id =
    typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)[key]
      : undefined;
  const wellShaped = problems.every(({ severity }) => severity !== 'error');
  const mended = wellShaped ? { usable: value } : mend(parsed, kind, { ...all, kind });
  const source: SourceFile = {
    file,
    kind,
    value,
    wellShaped,
    ...(mended.usable !== undefined && { usable: mended.usable }),
    ...(typeof id === 'string' && { id: { key, text: id } }),
    ...(place.is === 'source' && place.of !== undefined && { of: place.of }),
  };
  return { source, problems, ...('loss' in mended && { loss: mended.loss }) };
}

/** The loss of a whole file, with the words that can be read in it. An empty file could have held any word. */
function wholeLoss(parsed: ParsedYaml, place: FilePlace): Loss {
  const { file, text, value, brokenFrom } = parsed;
  const isEmpty = value === undefined && brokenFrom === undefined;
  return lostFile(file, place, isEmpty ? 'any' : wordsOfText(text));
}

/** The part that is left of a file whose text is whole and whose shape is not; of a broken text nothing is sure. */
function mend(parsed: ParsedYaml, kind: SourceKind, all: Loss): { usable?: unknown; loss: Loss } {
  if (parsed.brokenFrom !== undefined) return { loss: all };
  const { value, paths, words } = mendShape(parsed.value, readSchema(kind), parsed.spoilt);
  if (value === undefined) return { loss: all };
  // The value of a refused key is not in the data: it may hold any word of the text.
  const known = parsed.incomplete.length > 0 ? all.words : new Set(words);
  return { usable: value, loss: { ...all, paths: [...paths, ...parsed.incomplete], words: known } };
}

const ruleKinds: readonly SourceKind[] = ['rule-set', 'ladder', 'part', 'cases'];
const ruleKeys = ruleKinds.map((kind) => idKeys[kind]);

function kindOfFile(value: unknown, place: FilePlace): SourceKind | undefined {
  if (place.is === 'source') return place.kind;
  if (typeof value !== 'object' || value === null) return undefined;
  return ruleKinds.find((kind) => Object.hasOwn(value, idKeys[kind]));
}

// A key that says that the file is of another kind than belongs here.
function otherKey(value: unknown, kind: SourceKind): string | undefined {
  if (typeof value !== 'object' || value === null || Object.hasOwn(value, idKeys[kind]))
    return undefined;
  return Object.values(idKeys).find((key) => Object.hasOwn(value, key));
}

function firstKey(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value)[0]
    : undefined;
}

// Below a line that could not be read, and at a value that was refused, nothing can be said about the shape;
// what seems to be missing may stand in the part that was not understood.
function isOwn({ path, at = 'value', about }: Problem, parsed: ParsedYaml): boolean {
  const { brokenFrom, spoilt, incomplete, locate } = parsed;
  if (spoilt.some((place) => place.every((part, index) => path[index] === part))) return false;
  if (about.fault !== 'absent')
    return brokenFrom === undefined || locate(path, at).start.line < brokenFrom;
  return (
    brokenFrom === undefined && !incomplete.some((place) => place.join('/') === path.join('/'))
  );
}
