import type { JsonSchema } from './json-schema.ts';

/** The definition that a schema names, else the schema itself. */
export function resolveRef(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/definitions/', '');
  if (name === undefined) return schema;
  return resolveRef(root.definitions?.[name] ?? {}, root);
}
