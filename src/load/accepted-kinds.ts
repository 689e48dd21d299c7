import type { ValueKind } from '../diagnostics/value-kind.ts';
import type { JsonSchema } from './json-schema.ts';
import { kindOf } from './kind-of.ts';
import { unionBranches } from './union-branches.ts';

/** The kinds of value that a schema accepts, each once. */
export function acceptedKinds(schema: JsonSchema, root: JsonSchema): readonly ValueKind[] {
  const kinds = unionBranches(schema, root).flatMap((branch) => {
    if (branch.enum) return branch.enum.map(kindOf);
    return 'const' in branch ? [kindOf(branch.const)] : ([branch.type ?? []].flat() as ValueKind[]);
  });
  return [...new Set(kinds)];
}
