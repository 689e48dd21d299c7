import type { ErrorObject } from 'ajv';
import type { DocumentPath } from '../model/diagnostic.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { errorPath } from './error-path.ts';
import type { JsonSchema } from './json-schema.ts';
import { schemaAt } from './schema-at.ts';

/** A key that was meant to be another one: told once, in place of all that follows from it. */
export interface MisspeltKey {
  /** Where the key is, from the top of the value. */
  readonly path: DocumentPath;
  readonly key: string;
  readonly meant: string;
}

interface Checked {
  readonly value: unknown;
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
}

/** Keys that are near to one that is missing, or near to a known one and with a value that only that one has. */
export function misspeltKeys(errors: readonly ErrorObject[], checked: Checked): MisspeltKey[] {
  return errors.flatMap((error) => {
    const path = errorPath(error.instancePath, checked.value);
    return nearMissing(error, path) ?? nearKnown(path, checked) ?? [];
  });
}

/** True where an error at `path` says no more than that a key is misspelt. */
export function followsFrom(
  error: ErrorObject,
  path: DocumentPath,
  misspelt: MisspeltKey,
): boolean {
  const { path: wrong, key, meant } = misspelt;
  const depth = wrong.length - 1;
  if (wrong.slice(0, depth).some((part, index) => path[index] !== part)) return false;
  if (path.length > depth) return path[depth] === key;
  const params = error.params as Record<string, unknown>;
  return params['missingProperty'] === meant || params['additionalProperty'] === key;
}

function nearMissing(
  { keyword, params, data, parentSchema }: ErrorObject,
  path: DocumentPath,
): MisspeltKey | undefined {
  if (keyword !== 'required') return undefined;
  const meant = String((params as Record<string, unknown>)['missingProperty']);
  const known = (parentSchema as JsonSchema).properties ?? {};
  const others = Object.keys(data as object).filter((key) => !Object.hasOwn(known, key));
  const key = others.find((other) => nearestWord(other, [meant]) !== undefined);
  return key === undefined ? undefined : { path: [...path, key], key, meant };
}

function nearKnown(path: DocumentPath, { schema, root }: Checked): MisspeltKey | undefined {
  for (const [index, key] of path.entries()) {
    if (typeof key === 'number') continue;
    const { properties = {} } = schemaAt(path.slice(0, index), schema, root) ?? {};
    if (Object.hasOwn(properties, key)) continue;
    const meant = nearestWord(key, Object.keys(properties));
    if (meant !== undefined) return { path: path.slice(0, index + 1), key, meant };
  }
  return undefined;
}
