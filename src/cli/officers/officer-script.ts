import { Type, type Static } from 'typebox';

/** Domain time: `20s`, `5m`, `2h`, `3d`. */
const Span = Type.String({ pattern: '^[1-9][0-9]*(s|m|h|d)$' });
/** From the shortest to the longest; drawn evenly in between. */
const Spans = Type.Tuple([Span, Span]);
const Share = Type.Number({ minimum: 0, maximum: 1 });
const Ids = Type.Array(Type.String());
const value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
const strict = { additionalProperties: false } as const;

/** Which steps a row of the script is about; the first row that fits counts. Nothing named: all of them. */
const about = {
  steps: Type.Optional(Ids),
  roles: Type.Optional(Ids),
  standards: Type.Optional(Ids),
};

/** An answer: always the same, a number in between, or one of several by weight. */
const Answered = Type.Union([
  value,
  Type.Tuple([Type.Number(), Type.Number()]),
  Type.Record(Type.String(), Type.Number({ minimum: 0 })),
]);
const Answers = Type.Record(Type.String(), Answered);

/** The behaviour of a demonstration's scripted officers. All that names policy stands in this file, nothing in code. */
export const OfficerScript = Type.Object(
  {
    /** Another seed gives another day; the same seed draws the same for the same report and step. */
    seed: Type.String(),
    /** A step that would be done later than so long from when it is seen is left waiting. */
    'leaves-after': Span,
    /** The time from a step's opening until it is done. It is on time where it can be, unless `late` says otherwise. */
    takes: Type.Array(Type.Object({ ...about, within: Spans }, strict)),
    /** The share that is done late, and how long after the due. */
    late: Type.Array(Type.Object({ ...about, share: Share, by: Spans }, strict)),
    /** Steps that nobody does. */
    ignored: Type.Optional(Type.Array(Type.Object({ ...about, share: Share }, strict))),
    /** Steps left undone for a reason, which a second person has to agree to. */
    deviations: Type.Array(
      Type.Object({ ...about, share: Share, reason: Type.String(), note: Type.String() }, strict),
    ),
    mistakes: Type.Object(
      {
        /** Tries a step that still waits for others. */
        'wrong-order': Share,
        /** Forgets what the step asks for, reads the refusal, and does it properly. */
        'nothing-given': Share,
        /** Closes after a feedback although more is to be done. */
        'closes-early': Share,
      },
      strict,
    ),
    /** Written down later than it happened: the share, and how much later. */
    'written-later': Type.Object({ share: Share, by: Spans }, strict),
    'second-person': Type.Object(
      { rejects: Share, 'note-when-rejecting': Type.String(), within: Spans },
      strict,
    ),
    /** Persons who take up what is their unit's only when others have left it lying for so long. */
    'stands-in': Type.Array(
      Type.Object({ person: Type.String(), roles: Ids, after: Span }, strict),
    ),
    /** Facts that are answered with the standard that the incident runs under. */
    'present-standard': Ids,
    /** The answers where the report does not say how it turns out; without one here, the first choice. */
    answers: Answers,
    /** The same for one standard. */
    'answers-in': Type.Optional(Type.Record(Type.String(), Answers)),
    /** The words that are written where a text is asked. */
    words: Type.String(),
  },
  strict,
);
export type OfficerScript = Static<typeof OfficerScript>;

/** Which steps a row is about. */
export interface About {
  readonly steps?: readonly string[];
  readonly roles?: readonly string[];
  readonly standards?: readonly string[];
}
