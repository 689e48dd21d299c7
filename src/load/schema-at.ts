import type { DocumentPath } from '../model/diagnostic.ts';
import type { JsonSchema } from './json-schema.ts';
import { resolveRef } from './resolve-ref.ts';

/** The schema of what stands at a path; none where it depends on the value (a union). */
export function schemaAt(
  path: DocumentPath,
  schema: JsonSchema,
  root: JsonSchema,
): JsonSchema | undefined {
  const resolved = resolveRef(schema, root);
  const [part, ...rest] = path;
  if (part === undefined) return resolved;
  const inner = typeof part === 'number' ? resolved.items : memberSchema(part, resolved);
  return typeof inner === 'object' ? schemaAt(rest, inner, root) : undefined;
}

function memberSchema(key: string, { properties = {}, additionalProperties }: JsonSchema) {
  return Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
}
