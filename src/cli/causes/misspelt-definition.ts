import { definitionMisspelt } from '../../diagnostics/name-causes.ts';
import type { Definition } from '../../load/definitions.ts';
import type { Problem } from '../../model/diagnostic.ts';

/** The problem of a definition that others call by another name, all of them by the same. */
export function misspeltDefinition(
  { kind, name, file, path, at }: Definition,
  uses: readonly Problem[],
): Problem {
  const meant = uses[0]?.about.names[0]?.name ?? '';
  return definitionMisspelt({ file, path, at }, { kind, defined: name, meant, uses });
}
