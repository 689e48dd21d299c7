import { Type, type Static } from 'typebox';
import { DecisionView } from './decision-contract.ts';
import { FileView } from './file-contract.ts';
import { BasisView, FactField, StepView } from './step-contract.ts';
import { Moment, Named, TextContract } from './text-contract.ts';

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

/** One line of the log as shown; `data` is what the chain was computed over. */
export const LogLine = Type.Object({
  seq: Type.Integer(),
  at: Moment,
  recorded: Moment,
  kind: Type.String(),
  step: Type.Optional(Type.String()),
  by: Type.Optional(Named),
  /** A sentence that says what happened. */
  text: TextContract,
  /** Why, where an act says it: its coded reason, and what was written with it. */
  reason: Type.Optional(TextContract),
  note: Type.Optional(Type.String()),
  hash: Type.String(),
  data: Type.Unknown(),
});
export type LogLine = Static<typeof LogLine>;

/** `GET /api/incidents/:id`. */
export const IncidentView = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('standard'), Type.Literal('procedure')]),
  standard: Type.Object({
    id: Type.String(),
    title: TextContract,
    /** Its number among the bureau's types, and the type's category. */
    number: Type.Optional(Type.Integer()),
    category: Type.Optional(TextContract),
    /** The basis for handling it by this standard. */
    basis: Type.Array(BasisView),
  }),
  /** The standard that it was first taken for; both are kept. */
  first: Type.Object({ id: Type.String(), title: TextContract }),
  beside: Type.Array(Type.Object({ id: Type.String(), title: TextContract })),
  release: Type.String(),
  priority: Type.Integer(),
  unit: Named,
  reportedAt: Moment,
  closedAt: Type.Optional(Moment),
  /** Its limits are not watched: the engine does not go on with it, and why. */
  unwatched: Type.Optional(TextContract),
  reports: Type.Array(
    Type.Object({
      id: Type.String(),
      at: Moment,
      channel: TextContract,
      text: Type.Optional(Type.String()),
      place: Type.Optional(Type.String()),
      reporter: Type.Optional(Type.String()),
      phone: Type.Optional(Type.String()),
      /** The facts that were confirmed when it was taken, also those that the chosen standard does not ask. */
      facts: Type.Array(
        Type.Object({
          id: Type.String(),
          title: TextContract,
          value: Type.Optional(value),
          label: Type.Optional(TextContract),
        }),
      ),
    }),
  ),
  /** True where names and places are hidden from the reader. */
  hidden: Type.Boolean(),
  facts: Type.Array(
    Type.Object({
      id: Type.String(),
      title: TextContract,
      value: Type.Optional(value),
      label: Type.Optional(TextContract),
      at: Moment,
      by: Type.Optional(Named),
      corrected: Type.Boolean(),
    }),
  ),
  /** The things that its undecided steps wait for, where it is open and nothing is asked of anybody. */
  nobodyPrompted: Type.Optional(Type.Object({ waitsFor: Type.Array(TextContract) })),
  /** True where the reader may do something in it: holds a role in it, and it is not closed. */
  mayAct: Type.Boolean(),
  /** Facts that may be answered or corrected outside a step. */
  answerable: Type.Array(FactField),
  steps: Type.Array(StepView),
  /** The three feedbacks, first to third: step ids. */
  feedbacks: Type.Array(Type.String()),
  /** Files that were sent for it; none for who may not read them. */
  files: Type.Array(FileView),
  decisions: Type.Array(DecisionView),
  bindings: Type.Array(
    Type.Object({
      role: Type.String(),
      title: TextContract,
      unit: Named,
      person: Type.Optional(Named),
    }),
  ),
  started: Type.Array(
    Type.Object({ procedure: Type.String(), title: TextContract, id: Type.String() }),
  ),
  pendingSwitch: Type.Optional(
    Type.Object({
      to: Type.String(),
      title: TextContract,
      by: Named,
      /** Why, where the standard foresees the switch, and what that rests on. */
      because: Type.Optional(TextContract),
      basis: Type.Array(BasisView),
      note: Type.Optional(Type.String()),
      mayJudge: Type.Boolean(),
    }),
  ),
  /** Why it is of its present type, where that was changed: what the standard foresees, or what was noted by hand. */
  typeChange: Type.Optional(
    Type.Object({
      from: TextContract,
      to: TextContract,
      at: Moment,
      by: Type.Optional(Named),
      because: Type.Optional(TextContract),
      basis: Type.Array(BasisView),
      note: Type.Optional(Type.String()),
    }),
  ),
  /** The steps that stand between now and closing. */
  closing: Type.Object({
    can: Type.Boolean(),
    open: Type.Array(Type.String()),
    waiting: Type.Array(Type.String()),
    undecided: Type.Array(Type.String()),
    unconfirmed: Type.Array(Type.String()),
  }),
  log: Type.Array(LogLine),
});
export type IncidentView = Static<typeof IncidentView>;

/**
 * `GET /api/incidents`: a page of those the reader may see: those in which nobody is prompted, then late ones, then the
 * nearest due, last the closed ones.
 */
export const IncidentList = Type.Object({
  incidents: Type.Array(
    Type.Object({
      id: Type.String(),
      standard: Type.Object({ id: Type.String(), title: TextContract }),
      priority: Type.Integer(),
      unit: Named,
      /** Where it is, and how its report begins; not there where names and places are hidden from the reader. */
      place: Type.Optional(Type.String()),
      words: Type.Optional(Type.String()),
      /** True where names and places are hidden from the reader. */
      hidden: Type.Boolean(),
      reportedAt: Moment,
      closedAt: Type.Optional(Moment),
      nextDue: Type.Optional(Moment),
      late: Type.Integer(),
      openSteps: Type.Integer(),
      /** True where it is open and nothing is asked of anybody: it waits for somebody to think of it. */
      nobodyPrompted: Type.Boolean(),
      /** Then, what its undecided steps wait for. */
      waitsFor: Type.Optional(Type.Array(TextContract)),
    }),
  ),
  /** The number of incidents that the search and the filters find, over all pages. */
  all: Type.Integer(),
  /** Of these, open ones with something late, and open ones in which nobody is prompted. */
  late: Type.Integer(),
  nobodyPrompted: Type.Integer(),
  /** The number of incidents before this page. */
  before: Type.Integer(),
  /** Where the next page begins, for `after`; not there on the last one. */
  next: Type.Optional(Type.String()),
});
export type IncidentList = Static<typeof IncidentList>;
