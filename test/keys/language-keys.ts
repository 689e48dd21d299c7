import type { SourceKind } from '../../src/load/source-kind.ts';
import { walkSchema } from './schema-walk.ts';

const kinds: readonly SourceKind[] = [
  'standard',
  'procedure',
  'part',
  'vocabulary',
  'rule-set',
  'ladder',
  'cases',
  'scenario',
];

/** Every key, form and word of the language, from the schemas. */
export function languageKeys(): readonly string[] {
  const keys = new Set<string>();
  for (const kind of kinds) walkSchema(kind, (key) => keys.add(key));
  return [...keys];
}
