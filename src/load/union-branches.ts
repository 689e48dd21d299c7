import type { JsonSchema } from './json-schema.ts';
import { resolveRef } from './resolve-ref.ts';

/** The shapes that a schema leaves open, unions within unions too; the schema itself if it is no union. */
export function unionBranches(schema: JsonSchema, root: JsonSchema): readonly JsonSchema[] {
  const resolved = resolveRef(schema, root);
  return resolved.anyOf?.flatMap((branch) => unionBranches(branch, root)) ?? [resolved];
}
