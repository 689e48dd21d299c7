import { Type, type Static } from 'typebox';
import { Moment, Named, TextContract } from './text-contract.ts';

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

/** A fact to be answered, ready to be drawn as a form field. */
export const FactField = Type.Object({
  id: Type.String(),
  ask: TextContract,
  kind: Type.Enum(['choice', 'number', 'text', 'time']),
  choices: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: TextContract }))),
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
  unit: Type.Optional(TextContract),
  personal: Type.Boolean(),
  /** Must be given with the step. */
  required: Type.Boolean(),
  /** The present answer, if any. */
  value: Type.Optional(value),
});
export type FactField = Static<typeof FactField>;

export const BasisView = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['law', 'law-unchecked', 'practice', 'assumed']),
  title: TextContract,
  /** Where the text was read: for who checks it, in the words of who read it. */
  source: Type.Optional(Type.String()),
});
export type BasisView = Static<typeof BasisView>;

export const EvidenceView = Type.Object({
  kind: Type.String(),
  title: TextContract,
  reference: Type.String(),
  sha256: Type.Optional(Type.String()),
});
export type EvidenceView = Static<typeof EvidenceView>;

/** A fact with its answer in words; without one where it is hidden. */
export const AnswerShown = Type.Object({
  id: Type.String(),
  title: TextContract,
  value: Type.Optional(value),
  label: Type.Optional(TextContract),
  /** The answer that another one is offered for, or has come in the place of. */
  was: Type.Optional(
    Type.Object({ value: Type.Optional(value), label: Type.Optional(TextContract) }),
  ),
});
export type AnswerShown = Static<typeof AnswerShown>;

export const PendingView = Type.Object({
  kind: Type.Enum(['approve', 'confirm', 'correction', 'deviation', 'back-dating']),
  by: Named,
  proposed: Moment,
  happened: Moment,
  judge: Type.Object({ role: Type.String(), title: TextContract }),
  due: Type.Optional(Moment),
  /** The basis of that limit. */
  dueBasis: Type.Array(BasisView),
  lateAt: Type.Optional(Moment),
  note: Type.Optional(Type.String()),
  reason: Type.Optional(TextContract),
  /** The answers and evidence given with it; a value is hidden from who may not read it. */
  facts: Type.Array(AnswerShown),
  evidence: Type.Array(EvidenceView),
  /** The steps, or the closing, that cannot go on until it is answered. */
  holdsBack: Type.Object({
    steps: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
    closing: Type.Boolean(),
  }),
});
export type PendingView = Static<typeof PendingView>;

/** One step of an incident. `can` lists the acts that the reader may do on it now. */
export const StepView = Type.Object({
  id: Type.String(),
  procedure: Type.String(),
  /** The group of steps it comes from. */
  part: Type.Optional(TextContract),
  title: TextContract,
  say: Type.Optional(TextContract),
  hint: Type.Optional(TextContract),
  role: Type.Object({ id: Type.String(), title: TextContract }),
  status: Type.Enum([
    'waiting',
    'undecided',
    'open',
    'between',
    'done',
    'not-needed',
    'deviated',
    'missed',
    'superseded',
  ]),
  optional: Type.Boolean(),
  closes: Type.Boolean(),
  feedback: Type.Optional(Type.Integer()),
  occurrence: Type.Integer(),
  repeats: Type.Boolean(),
  opened: Type.Optional(Moment),
  due: Type.Optional(Moment),
  overdueAtOpening: Type.Boolean(),
  reminderDue: Type.Optional(Moment),
  lateAt: Type.Optional(Moment),
  /** Milliseconds after its due that it was done. */
  lateBy: Type.Optional(Type.Number()),
  happened: Type.Optional(Moment),
  received: Type.Optional(Moment),
  by: Type.Optional(Named),
  note: Type.Optional(Type.String()),
  reason: Type.Optional(TextContract),
  evidence: Type.Array(EvidenceView),
  /** The facts, evidence, officers and equipment that doing it takes. */
  facts: Type.Array(FactField),
  evidenceNeeded: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
  crew: Type.Optional(Type.Integer()),
  equipment: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
  basis: Type.Array(BasisView),
  dueBasis: Type.Array(BasisView),
  /** The role that may extend its limit, and what the longer one rests on. */
  extension: Type.Optional(
    Type.Object({ by: TextContract, times: Type.Integer(), basis: Type.Array(BasisView) }),
  ),
  pending: Type.Optional(PendingView),
  /** Undecided, and no step asks what it lacks: what is asked instead, whom, since when and until when. */
  asked: Type.Optional(
    Type.Object({
      facts: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
      role: Type.Object({ id: Type.String(), title: TextContract }),
      at: Moment,
      due: Moment,
    }),
  ),
  /** Steps that have to end first: of one that waits, to open; of the closing step, to be done. */
  waitingFor: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
  /** Unanswered facts that keep it undecided. */
  undecidedFor: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
  /** Why it is not needed: answers that would have to be others for it to be. */
  notNeededFor: Type.Array(AnswerShown),
  occurrences: Type.Array(
    Type.Object({
      occurrence: Type.Integer(),
      status: Type.String(),
      due: Type.Optional(Moment),
      happened: Type.Optional(Moment),
      by: Type.Optional(Named),
      lateBy: Type.Optional(Type.Number()),
    }),
  ),
  can: Type.Array(Type.Enum(['do', 'deviate', 'extend', 'agree', 'reject', 'reopen'])),
  /** Coded reasons for a deviation. */
  reasons: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
});
export type StepView = Static<typeof StepView>;
