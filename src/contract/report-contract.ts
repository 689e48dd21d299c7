import { Type, type Static } from 'typebox';
import { DecisionView } from './decision-contract.ts';
import { FactsGiven } from './facts-contract.ts';
import { PromptView } from './prompt-contract.ts';
import { Moment, Name, Text, TextContract, Words } from './text-contract.ts';

const value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

/** `POST /api/reports`: what the public told us. */
export const NewReport = Type.Object(
  {
    channel: Name(64),
    at: Type.Optional(Moment),
    unit: Type.Optional(Name(64, 0)),
    zone: Type.Optional(Name(64, 0)),
    handledAt: Type.Optional(Name(64, 0)),
    text: Words(4000),
    /** The running incident that it tells more of; without it, it begins one of its own. */
    incident: Type.Optional(Name(64)),
    place: Type.Optional(Text(500)),
    reporter: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(Text(100)),
          phone: Type.Optional(Text(40)),
        },
        { additionalProperties: false },
      ),
    ),
    /** The facts that the operator confirmed from the report. */
    facts: Type.Optional(FactsGiven),
  },
  { additionalProperties: false },
);
export type NewReport = Static<typeof NewReport>;

/** 201: the incident runs, or `pending` while the engine is away; the report is kept in either case. */
export const ReportTaken = Type.Object({
  report: Type.String(),
  incident: Type.Optional(Type.String()),
  pending: Type.Optional(Type.Literal(true)),
  standard: Type.Optional(Type.Object({ id: Type.String(), title: TextContract })),
  /** It fits no standard, by a rule that says so or because none matched: a person decides. */
  unplaced: Type.Optional(Type.Literal(true)),
  decision: Type.Optional(DecisionView),
  prompts: Type.Optional(Type.Array(PromptView)),
});
export type ReportTaken = Static<typeof ReportTaken>;

/** `POST /api/reports/suggest`: a report while it is typed. */
export const ToldSoFar = Type.Object(
  {
    text: Text(4000),
    channel: Type.Optional(Name(64, 0)),
    zone: Type.Optional(Name(64, 0)),
    handledAt: Type.Optional(Name(64, 0)),
    facts: Type.Optional(FactsGiven),
  },
  { additionalProperties: false },
);
export type ToldSoFar = Static<typeof ToldSoFar>;

/** Words in the text suggest facts for the operator to confirm; `decision` is what the confirmed ones come to so far. */
export const Suggested = Type.Object({
  facts: Type.Array(Type.Object({ fact: Type.String(), as: value, word: Type.String() })),
  standard: Type.Optional(Type.Object({ id: Type.String(), title: TextContract })),
  decision: DecisionView,
});
export type Suggested = Static<typeof Suggested>;
