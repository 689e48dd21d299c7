import { Type, type Static } from 'typebox';
import { TextContract } from './text-contract.ts';

/** RFC 9457 problem details with a stable `code`; `title` in the language asked for. */
export const ProblemDetails = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  text: Type.Optional(TextContract),
  /** Fields of the request that are not as they must be: JSON pointer and why. */
  errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: TextContract }))),
  open: Type.Optional(Type.Array(Type.String())),
  waiting: Type.Optional(Type.Array(Type.String())),
  undecided: Type.Optional(Type.Array(Type.String())),
  unconfirmed: Type.Optional(Type.Array(Type.String())),
  missing: Type.Optional(Type.Array(Type.String())),
  doneBy: Type.Optional(Type.String()),
  role: Type.Optional(Type.String()),
  /** Each of the roles that may, where there are several. */
  roles: Type.Optional(Type.Array(Type.String())),
  /** The step with which it is to be answered, or whose judgement comes first. */
  step: Type.Optional(Type.String()),
  /** Titles of the steps, facts and evidence named above. */
  titles: Type.Optional(Type.Record(Type.String(), TextContract)),
});
export type ProblemDetails = Static<typeof ProblemDetails>;
