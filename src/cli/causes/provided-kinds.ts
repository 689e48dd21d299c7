import type { SourceKind } from '../../load/source-kind.ts';
import type { NameKind } from '../../model/diagnostic.ts';

const steps = ['step', 'step-or-anchor', 'fact', 'switch', 'value', 'choice'] as const;

/** The kinds of names that a file of each kind can define, besides its own. */
const provided: Readonly<Record<SourceKind, readonly NameKind[]>> = {
  standard: [...steps, 'way'],
  procedure: [...steps, 'way'],
  part: steps,
  vocabulary: [
    ...(['role', 'evidence', 'equipment', 'basis', 'category', 'channel', 'zone', 'way'] as const),
    ...(['anchor', 'step-or-anchor', 'choice', 'reason', 'protects', 'fact', 'value'] as const),
    ...(['calendar'] as const),
  ],
  'rule-set': ['row', 'outcome', 'fact', 'value'],
  ladder: ['rung'],
  scenario: [],
  cases: [],
};

/** True where a name of one kind may be defined in a file of another; in a file of no known kind anything may. */
export function isProvided(name: NameKind, file: SourceKind | undefined): boolean {
  return file === undefined || provided[file].includes(name);
}
