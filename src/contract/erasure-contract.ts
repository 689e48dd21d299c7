import { Type, type Static } from 'typebox';
import { Moment, Name, Named, Words } from './text-contract.ts';

/**
 * `POST /api/erasures`: what is to be erased, and why: all of an incident, one fact of it, or all in which the name or
 * number of a person stands. Nothing goes before another person has agreed.
 */
export const NewErasure = Type.Object(
  {
    incident: Type.Optional(Name(200)),
    fact: Type.Optional(Name(200)),
    person: Type.Optional(Name(100, 2)),
    reason: Words(2000),
  },
  { additionalProperties: false },
);
export type NewErasure = Static<typeof NewErasure>;

/** An erasure that was asked for, agreed to or done. */
export const ErasureView = Type.Object({
  id: Type.String(),
  scope: Type.Object({
    kind: Type.Union([Type.Literal('incident'), Type.Literal('fact'), Type.Literal('person')]),
    incident: Type.Optional(Type.String()),
    fact: Type.Optional(Type.String()),
    /** Until it is done. */
    person: Type.Optional(Type.String()),
  }),
  reason: Type.String(),
  askedBy: Named,
  askedAt: Moment,
  agreedBy: Type.Optional(Named),
  agreedAt: Type.Optional(Moment),
  doneAt: Type.Optional(Moment),
  /** The extent of what went: incidents, values and words, reports, files. */
  erased: Type.Optional(
    Type.Object({
      incidents: Type.Array(Type.String()),
      values: Type.Integer(),
      reports: Type.Integer(),
      files: Type.Integer(),
    }),
  ),
  /** Backups that were made before it was done, and hold the values still. */
  backups: Type.Optional(Type.Array(Type.Object({ made: Moment, folder: Type.String() }))),
});
export type ErasureView = Static<typeof ErasureView>;

/** `GET /api/erasures`: newest first. */
export const Erasures = Type.Object({ erasures: Type.Array(ErasureView) });
export type Erasures = Static<typeof Erasures>;
