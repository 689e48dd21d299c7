import type { ValueKind } from '../diagnostics/value-kind.ts';

/** The kind of a value that came from YAML. */
export function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'string' | 'number' | 'boolean' | 'object';
}
