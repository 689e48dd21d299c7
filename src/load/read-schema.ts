import { readFileSync } from 'node:fs';
import type { JsonSchema } from './json-schema.ts';
import type { SourceKind } from './source-kind.ts';

const read = new Map<SourceKind, JsonSchema>();

/** The schema of a kind of file. Read from JSON: loading the model's TypeBox costs 300 ms at every start. */
export function readSchema(kind: SourceKind): JsonSchema {
  const known = read.get(kind);
  if (known) return known;
  const url = new URL(`./schema/${kind}.schema.json`, import.meta.url);
  const schema = JSON.parse(readFileSync(url, 'utf8')) as JsonSchema;
  read.set(kind, schema);
  return schema;
}
