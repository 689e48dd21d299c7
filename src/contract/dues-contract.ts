import { Type, type Static } from 'typebox';
import { Moment, Named, TextContract } from './text-contract.ts';

/** Something to do or to judge that is late or falls due soon, with who has it. */
export const DueLine = Type.Object({
  incident: Type.String(),
  standard: Type.Object({ id: Type.String(), title: TextContract }),
  priority: Type.Integer(),
  /** The unit that handles the incident. */
  unit: Named,
  /** Not there where the standard protects whom it is about: who may read it opens the incident. */
  place: Type.Optional(Type.String()),
  /** Not there where a change of standard is to be judged. */
  step: Type.Optional(Type.Object({ id: Type.String(), title: TextContract })),
  changes: Type.Optional(Type.Object({ from: TextContract, to: TextContract })),
  wants: Type.Union([Type.Literal('do'), Type.Literal('judge'), Type.Literal('answer')]),
  /** The role that has to do or judge it, bound to a unit and perhaps to a person in it. */
  role: Type.Object({ id: Type.String(), title: TextContract }),
  holder: Type.Object({ unit: Named, person: Type.Optional(Named), also: Type.Array(Named) }),
  /** Since when it could be done or judged. */
  opened: Type.Optional(Moment),
  due: Moment,
  overdueAtOpening: Type.Boolean(),
});
export type DueLine = Static<typeof DueLine>;

const part = Type.Object({
  /** The number of all dues; the lines are the first of them. */
  total: Type.Integer(),
  lines: Type.Array(DueLine),
});

/** `GET /api/dues`: what is late and what falls due soon in all units that I lead, the most urgent priority first, then the earliest due. */
export const Dues = Type.Object({
  /** When it was read: what falls due soon is counted from then. */
  read: Moment,
  late: part,
  soon: part,
  /** The units, standards and priorities that it can be narrowed to. */
  units: Type.Array(Named),
  standards: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
  priorities: Type.Array(Type.Integer()),
});
export type Dues = Static<typeof Dues>;
