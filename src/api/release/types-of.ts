import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { Release } from '../../model/release.ts';

/** The types that an incident can have: each standard, and last the one for what fits none of them. */
export const typesOf = ({ procedures, unclassified }: Release): readonly ProcedureSpec[] => [
  ...Object.values(procedures).filter(({ kind }) => kind === 'standard'),
  ...Object.values(procedures).filter(({ id }) => id === unclassified),
];
