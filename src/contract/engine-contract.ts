import { Type, type Static } from 'typebox';
import { Moment, TextContract } from './text-contract.ts';

/** A fault that keeps an open incident from going on as it should, and what to do about it. */
export const SickIncident = Type.Object({
  incident: Type.String(),
  what: Type.String(),
  says: TextContract,
  help: TextContract,
  /** When it was first seen, in real time. */
  since: Moment,
  /** In the words of what failed where these are not ours. */
  detail: Type.Optional(TextContract),
});
export type SickIncident = Static<typeof SickIncident>;

/** `POST /api/incidents/:id/repair`: begins its procedure again from its log, also where nothing seems wrong with it. */
export const RepairBody = Type.Object(
  { evenIfWell: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
);
export type RepairBody = Static<typeof RepairBody>;

/** The outcome of a repair. */
export const RepairView = Type.Object({
  incident: Type.String(),
  /** `carried-on`: it runs again. `closed`: its log ends with the closing, and there is nothing to run. */
  outcome: Type.Union([Type.Literal('carried-on'), Type.Literal('closed')]),
  /** Entries that the store lacked and the engine's histories had. */
  restored: Type.Integer(),
  /** The number of entries that its log has now. */
  entries: Type.Integer(),
  /** Acts that were acknowledged, but stand on a branch that the store has not: they have to be done again. */
  unlinked: Type.Array(
    Type.Object({
      kind: Type.String(),
      step: Type.Optional(Type.String()),
      by: Type.String(),
      received: Moment,
    }),
  ),
});
export type RepairView = Static<typeof RepairView>;

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
