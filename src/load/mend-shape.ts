import type { ErrorObject } from 'ajv';
import type { DocumentPath } from '../model/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { errorPath } from './error-path.ts';
import { isTextSchema } from './is-text-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { wordsOfValue } from './loss.ts';
import { resolveRef } from './resolve-ref.ts';
import { schemaErrors } from './schema-errors.ts';

/** A value that fits its schema, and what had to go for it. */
export interface MendedShape {
  /** `undefined` where nothing was left. */
  readonly value: unknown;
  readonly paths: readonly DocumentPath[];
  readonly words: readonly string[];
}

/** Each round can uncover what the one before it hid: a step without its steps, a standard without its step. */
const roundsMax = 12;
/** Of a file with more mistakes nothing is worth a guess. */
const errorsMax = 1000;

/**
 * Takes out of a value what does not fit its schema, so that the meaning of the rest can still be checked and all
 * problems of a file are told at once. What is missing is filled in, a misspelt key taken for the one that was meant;
 * `spoilt` are places refused before.
 */
export function mendShape(
  original: unknown,
  root: JsonSchema,
  spoilt: readonly DocumentPath[],
): MendedShape {
  const value: unknown = structuredClone(original);
  const paths: DocumentPath[] = [];
  const removed: DocumentPath[] = [];
  const gone = new Set<string>();
  const words: string[] = [];
  const remove = (path: DocumentPath): boolean => {
    if (path.some((_, index) => gone.has(JSON.stringify(path.slice(0, index + 1))))) return true;
    const at = nearestMember(value, path);
    if (!at) return false;
    removed.push(at.path);
    gone.add(JSON.stringify(at.path));
    words.push(at.key);
    for (const word of wordsOfValue(at.holder[at.key])) words.push(word);
    delete at.holder[at.key];
    return true;
  };
  const lost = () => ({ value: undefined, paths: [[]], words: wordsOfValue(original) });
  for (const path of spoilt) if (path.length === 0 || !remove(path)) return lost();
  for (let round = 0; round < roundsMax; round += 1) {
    const errors = schemaErrors(root, root, value).filter(
      (error) => error.propertyName === undefined,
    );
    if (errors.length > errorsMax) return lost();
    if (errors.length === 0) return { value, paths: [...paths, ...removed], words };
    for (const error of outermost(errors)) {
      if (withoutRepetition(error, value)) continue;
      const mended = fillIn(error, value, root) ?? rename(error, value);
      if (mended) paths.push(mended);
      else if (!remove(culprit(error, value))) return lost();
    }
  }
  return lost();
}

/** Keeps the errors of a union and leaves out those of its branches, which they cover. */
function outermost(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf');
  return errors.filter(
    (error) =>
      !unions.some(
        (union) =>
          union !== error &&
          (error.instancePath === union.instancePath ||
            error.instancePath.startsWith(`${union.instancePath}/`)),
      ),
  );
}

function culprit({ keyword, instancePath, params }: ErrorObject, value: unknown): DocumentPath {
  const path = errorPath(instancePath, value);
  const names = params as Readonly<Record<string, string | undefined>>;
  if (keyword === 'additionalProperties') return [...path, names['additionalProperty'] ?? ''];
  if (keyword === 'propertyNames') return [...path, names['propertyName'] ?? ''];
  return path;
}

/**
 * Fills in a missing value that stands for itself: a text, a number, a date, a name. It returns the place, because what
 * is then wrong there is a consequence. A name by which others call this cannot be invented.
 */
function fillIn(error: ErrorObject, value: unknown, root: JsonSchema): DocumentPath | undefined {
  if (error.keyword !== 'required') return undefined;
  const path = errorPath(error.instancePath, value);
  const holder = valueAt(value, path);
  const schema = (error.parentSchema ?? {}) as JsonSchema;
  const key = String((error.params as { missingProperty?: string }).missingProperty);
  const isOwnName = path.length === 0 && Object.keys(schema.properties ?? {})[0] === key;
  if (!isObject(holder) || isOwnName) return undefined;
  const wanted = schema.properties?.[key];
  const filling =
    isTextSchema(schema) && typeof holder[other(key)] === 'string'
      ? holder[other(key)]
      : wanted && standIn(wanted, root);
  if (filling === undefined) return undefined;
  holder[key] = filling;
  return [...path, key];
}

const other = (language: string) => (language === 'zh' ? 'en' : 'zh');

function standIn(schema: JsonSchema, root: JsonSchema): unknown {
  const resolved = resolveRef(schema, root);
  const { type, properties = {}, required = [], minimum, examples = [] } = resolved;
  if (isTextSchema(resolved)) return { zh: '…', en: '…' };
  if (type === 'integer' || type === 'number') return minimum ?? 0;
  if (type === 'string') return examples[0];
  if (type !== 'object' || required.length === 0) return undefined;
  const entries = required.map((key) => [key, standIn(properties[key] ?? {}, root)] as const);
  return entries.every(([, value]) => value !== undefined)
    ? Object.fromEntries(entries)
    : undefined;
}

/** Keeps each item of a list once where the error is a repetition; true where it is one. */
function withoutRepetition({ keyword, instancePath }: ErrorObject, value: unknown): boolean {
  const list = keyword === 'uniqueItems' && valueAt(value, errorPath(instancePath, value));
  if (!Array.isArray(list)) return false;
  list.splice(0, list.length, ...new Set<unknown>(list));
  return true;
}

/** A misspelt key is taken for the one that was meant: what hangs on it is there. */
function rename({ keyword, instancePath, params, parentSchema }: ErrorObject, value: unknown) {
  if (keyword !== 'additionalProperties') return undefined;
  const path = errorPath(instancePath, value);
  const holder = valueAt(value, path);
  const key = String((params as { additionalProperty?: string }).additionalProperty);
  if (!isObject(holder) || !Object.hasOwn(holder, key)) return undefined;
  const known = Object.keys((parentSchema as JsonSchema).properties ?? {});
  const meant = nearestWord(key, known);
  if (meant === undefined || Object.hasOwn(holder, meant)) return undefined;
  holder[meant] = holder[key];
  delete holder[key];
  return [...path, meant];
}

/** The last key on the way to a place: an entry is not taken out of a list, because others would move. */
function nearestMember(value: unknown, path: DocumentPath) {
  for (let length = path.length; length > 0; length -= 1) {
    const key = path[length - 1];
    const holder = valueAt(value, path.slice(0, length - 1));
    if (typeof key === 'string' && isObject(holder) && Object.hasOwn(holder, key)) {
      return { holder, key, path: path.slice(0, length) };
    }
  }
  return undefined;
}

function valueAt(value: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, part)
        ? (inner as Record<string | number, unknown>)[part]
        : undefined,
    value,
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
