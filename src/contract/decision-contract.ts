import { Type, type Static } from 'typebox';
import { TextContract } from './text-contract.ts';

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const row = Type.Object({
  row: Type.String(),
  because: TextContract,
  basis: Type.Array(Type.String()),
  outcome: Type.Optional(value),
  add: Type.Optional(Type.Number()),
});

/** A decision with its reasons and the rows that came near. */
export const DecisionView = Type.Object({
  ruleSet: Type.String(),
  /** The subject of the decision, in words. */
  title: TextContract,
  decides: Type.String(),
  outcome: Type.Union([value, Type.Null()]),
  outcomes: Type.Array(value),
  score: Type.Optional(Type.Number()),
  because: Type.Array(row),
  otherwise: Type.Boolean(),
  missing: Type.Array(Type.String()),
  nearest: Type.Array(
    Type.Object({
      row: Type.String(),
      because: TextContract,
      outcome: Type.Optional(value),
      unmet: Type.Array(Type.String()),
    }),
  ),
  /** Titles of the facts and bases named above. */
  titles: Type.Record(Type.String(), TextContract),
});
export type DecisionView = Static<typeof DecisionView>;
