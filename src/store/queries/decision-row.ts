import type { Selectable } from 'kysely';
import type { DecisionRecord } from '../ports/incidents.ts';
import type { Tables } from '../tables.ts';

/** The columns that are read of a decision. */
export type DecisionRow = Pick<Selectable<Tables['decisions']>, 'seq' | 'at' | 'decision'>;

/** The row of an incident's decision by its table and key. */
export const decisionName =
  (incident: string) =>
  ({ seq }: DecisionRow): string =>
    `decisions ${incident} ${seq}`;

/** A decision as its row has it. */
export const decisionFrom = ({ seq, at, decision }: DecisionRow): DecisionRecord => ({
  seq,
  at,
  decision: JSON.parse(decision),
});
