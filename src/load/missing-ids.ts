import type { DocumentPath } from '../model/diagnostic.ts';
import type { JsonSchema } from './json-schema.ts';
import { resolveRef } from './resolve-ref.ts';
import { schemaErrors } from './schema-errors.ts';

/** Keys of an entry that stand where the ids of entries should: the line with the id above them is missing. */
export interface MissingId {
  /** The map that holds them, from the top of the value. */
  readonly path: DocumentPath;
  /** In the order in which they are written; at least two. */
  readonly keys: readonly string[];
}

/** One key alone may be the id of an entry that is wrong in itself. */
const keysMin = 2;

/** Finds the maps of entries that hold the keys of an entry without its id. */
export function missingIds(value: unknown, schema: JsonSchema, root: JsonSchema): MissingId[] {
  const resolved = resolveRef(schema, root);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { properties = {}, additionalProperties } = resolved;
  const entry =
    typeof additionalProperties === 'object' ? resolveRef(additionalProperties, root) : undefined;
  const keys =
    entry?.properties === undefined
      ? []
      : Object.keys(value).filter(
          (key) =>
            Object.hasOwn(entry.properties!, key) &&
            !Object.hasOwn(properties, key) &&
            schemaErrors(root, entry, (value as Record<string, unknown>)[key]).length > 0,
        );
  const here = keys.length >= keysMin ? [{ path: [], keys }] : [];
  const within = Object.entries(value).flatMap(([key, inner]) => {
    const member = Object.hasOwn(properties, key) ? properties[key] : entry;
    if (member === undefined || keys.includes(key)) return [];
    return missingIds(inner, member, root).map((each) => ({ ...each, path: [key, ...each.path] }));
  });
  return [...here, ...within];
}

/** True where an error at a path follows from the missing line. */
export const isOfMissingId = (path: DocumentPath, { path: map, keys }: MissingId): boolean =>
  map.every((part, index) => path[index] === part) && keys.includes(String(path[map.length]));
