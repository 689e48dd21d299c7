import { Type, type Static } from 'typebox';
import { FactField } from './step-contract.ts';
import { Name, Named, TextContract } from './text-contract.ts';

const labelled = Type.Array(Type.Object({ id: Type.String(), title: TextContract }));

/** `GET /api/directory`: what the report form and the pages need to offer. */
export const Directory = Type.Object({
  channels: labelled,
  zones: labelled,
  ways: labelled,
  /** The way of a channel where the report says none; there is no such map where it need not be said. */
  usualWay: Type.Optional(Type.Record(Type.String(), Type.String())),
  standards: labelled,
  /** The levels that a priority can have, the most urgent first. */
  priorities: Type.Array(Type.Integer()),
  units: Type.Array(
    Type.Object({
      id: Type.String(),
      name: TextContract,
      /** The ways in which its people can handle an incident; none for an office, a centre, an inspection. */
      handles: Type.Array(Type.String()),
      /** The roles that can be held in it: somebody there has it, or of a leader's role above it. */
      holds: Type.Array(Type.String()),
    }),
  ),
  roles: labelled,
  /** Facts that a report may confirm. */
  reportFacts: Type.Array(FactField),
});
export type Directory = Static<typeof Directory>;

/** `GET /api/directory/people?unit=&role=`: who of a unit can be given a role. */
export const DirectoryPeople = Type.Object({
  people: Type.Array(
    Type.Object({
      id: Type.String(),
      name: TextContract,
      unit: Named,
      roles: labelled,
    }),
  ),
});
export type DirectoryPeople = Static<typeof DirectoryPeople>;

/**
 * `GET /api/events` (server-sent events): `event: changed`, `data: {incident?, at}`; the page reads again what it shows.
 * `event: notice`, `data: Notice` when somebody is told something.
 * `event: here` now and then, so that who hears nothing for long knows that the line is dead.
 */
export const Changed = Type.Object({ incident: Type.Optional(Type.String()), at: Type.String() });
export type Changed = Static<typeof Changed>;

/** `GET /api/notices`: what I was told: late marks, rungs, results. */
export const Notices = Type.Object({
  notices: Type.Array(
    Type.Object({
      id: Type.String(),
      incident: Type.String(),
      at: Type.String(),
      role: Type.String(),
      text: TextContract,
      seen: Type.Boolean(),
    }),
  ),
});
export type Notices = Static<typeof Notices>;

/** `POST /api/notices/seen`: ids of notices that were shown to me. */
export const NoticesSeen = Type.Object(
  { notices: Type.Array(Name(500), { maxItems: 200 }) },
  { additionalProperties: false },
);
export type NoticesSeen = Static<typeof NoticesSeen>;
