import { Type, type Static } from 'typebox';
import { Moment, TextContract } from './text-contract.ts';

/** What keeps an open incident from going on as it should, and what to do about it. */
export const SickIncident = Type.Object({
  incident: Type.String(),
  what: Type.String(),
  says: TextContract,
  help: TextContract,
  /** When it was first seen, in real time. */
  since: Moment,
  /** In the words of what failed. */
  detail: Type.Optional(Type.String()),
});
export type SickIncident = Static<typeof SickIncident>;

/** `GET /api/engine`: how the engine stands, for engineers. */
export const EngineView = Type.Object({
  store: Type.Boolean(),
  engine: Type.Boolean(),
  /** Incidents that do not go on, longest first. */
  sick: Type.Array(SickIncident),
  /** Reports that have no running incident yet although they came over a minute ago. */
  reports: Type.Array(
    Type.Object({ report: Type.String(), received: Moment, error: Type.Optional(Type.String()) }),
  ),
  /** Procedures that run and of which the store has nothing; only where everything was examined. */
  unknown: Type.Array(Type.String()),
  /** True where every open incident was asked for this answer. */
  all: Type.Boolean(),
  open: Type.Integer(),
});
export type EngineView = Static<typeof EngineView>;
