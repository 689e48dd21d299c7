import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { Release } from '../../model/release.ts';

/** What an incident can be: each standard, and last what fits none of them. */
export const typesOf = ({ procedures, unclassified }: Release): readonly ProcedureSpec[] => [
  ...Object.values(procedures).filter(({ kind }) => kind === 'standard'),
  ...Object.values(procedures).filter(({ id }) => id === unclassified),
];
