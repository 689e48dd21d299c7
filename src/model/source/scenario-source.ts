import { Type } from 'typebox';
import { TextSource } from './text-source.ts';
import type { TextSource as TextBoth } from './text-source.ts';

const facts = Type.Record(Type.String(), Type.Unknown());
const names = Type.Union([Type.String(), Type.Array(Type.String())], {
  description: '一个或几个；空列表：一个也没有 | one or several; an empty list: there is none',
});
const someOf = <T extends Parameters<typeof Type.Record>[1]>(value: T) =>
  Type.Record(Type.String(), value, { minProperties: 1 });

/** A moment, local where it names no offset. */
const localSource = Type.String({ format: 'local-moment', examples: ['2026-03-02T08:00'] });

/** `+12m`, `+1h30m`, `+2d` after the report, or a moment. */
const momentSource = Type.String({
  format: 'scenario-moment',
  examples: ['+12m', '+10m1s', '2026-03-02T08:00'],
});

/** `30m`, `1h30m`, `2d`. */
const spanSource = Type.String({
  format: 'span',
  description: '多久 | how long',
  examples: ['30m', '1h30m', '2d'],
});

const whoSource = Type.Object(
  { unit: Type.Optional(Type.String()), person: Type.Optional(Type.String()) },
  {
    additionalProperties: false,
    description: '哪个单位的谁 | who, of which unit',
    examples: [{ unit: 'unit-b', person: 'officer-2' }],
  },
);

/** A line of `when`: at a moment, a role does a step (`on-scene-officer: arrive`), or another act. */
const whenSource = Type.Object(
  {
    at: momentSource,
    with: Type.Optional(facts),
    evidence: Type.Optional(Type.Array(Type.String())),
    happened: Type.Optional(momentSource),
    note: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String()),
    as: Type.Optional(whoSource),
    to: Type.Optional(whoSource),
    crew: Type.Optional(
      Type.Integer({ minimum: 0, description: '几名民警 | how many officers go' }),
    ),
    equipment: Type.Optional(
      Type.Array(Type.String(), { description: '带了什么装备 | equipment that is confirmed' }),
    ),
    act: Type.Optional(
      Type.Union(
        [
          'do',
          'answer',
          'deviate',
          'extend',
          'agree',
          'reject',
          'reopen',
          'hand-over',
          'switch',
          'close',
          'join',
        ].map((word) => Type.Literal(word)),
      ),
    ),
    refused: Type.Optional(Type.Union([Type.String(), someOf(Type.Unknown())])),
  },
  {
    additionalProperties: Type.String(),
    description: '时刻、角色: 步骤 | a moment and role: step',
  },
);

const thenSource = Type.Object(
  {
    at: momentSource,
    chosen: Type.Optional(Type.String()),
    because: Type.Optional(Type.Array(Type.String())),
    decided: Type.Optional(someOf(Type.Unknown())),
    missing: Type.Optional(Type.Array(Type.String())),
    late: Type.Optional(names),
    'not-late': Type.Optional(names),
    told: Type.Optional(Type.Array(Type.String())),
    done: Type.Optional(names),
    'late-by': Type.Optional(spanSource),
    due: Type.Optional(someOf(momentSource)),
    overdue: Type.Optional(someOf(momentSource)),
    reminded: Type.Optional(names),
    occurrence: Type.Optional(someOf(Type.Integer({ minimum: 1 }))),
    open: Type.Optional(names),
    waiting: Type.Optional(names),
    undecided: Type.Optional(names),
    between: Type.Optional(names),
    'not-needed': Type.Optional(names),
    deviated: Type.Optional(names),
    missed: Type.Optional(names),
    superseded: Type.Optional(names),
    pending: Type.Optional(names),
    started: Type.Optional(names),
    priority: Type.Optional(Type.Integer()),
    standard: Type.Optional(Type.String()),
    beside: Type.Optional(names),
    closed: Type.Optional(Type.Boolean()),
    rung: Type.Optional(names),
  },
  { additionalProperties: false },
);

/** `scenarios/*.yaml`: given, when, then, with a clock and reasons. */
export const ScenarioSource = Type.Object(
  {
    scenario: TextSource,
    given: Type.Object(
      {
        report: Type.Object(
          {
            at: localSource,
            channel: Type.String(),
            zone: Type.Optional(Type.String()),
            unit: Type.Optional(Type.String()),
            'handled-at': Type.Optional(Type.String()),
            text: Type.Optional(Type.String()),
          },
          { additionalProperties: false },
        ),
        confirmed: Type.Optional(facts),
        procedure: Type.Optional(Type.String()),
        beats: Type.Optional(
          Type.Record(Type.String(), Type.String(), {
            description: '哪个片区由谁管 | who keeps which beat, of the unit that handles it',
            examples: [{ north: 'officer-2' }],
          }),
        ),
      },
      { additionalProperties: false },
    ),
    when: Type.Array(whenSource),
    then: Type.Array(thenSource, { minItems: 1 }),
  },
  { additionalProperties: false },
);

type Facts = Readonly<Record<string, string | number | boolean>>;
type Names = string | readonly string[];

/** A person, a unit, or a person of a unit. */
export interface WhoSource {
  readonly unit?: string;
  readonly person?: string;
}

export interface WhenSource {
  readonly at: string;
  readonly with?: Facts;
  readonly evidence?: readonly string[];
  readonly happened?: string;
  readonly note?: string;
  readonly reason?: string;
  readonly as?: WhoSource;
  readonly to?: WhoSource;
  readonly crew?: number;
  readonly equipment?: readonly string[];
  readonly act?: string;
  readonly refused?: string | Readonly<Record<string, unknown>>;
  readonly [role: string]: unknown;
}

export interface ThenSource {
  readonly at: string;
  readonly chosen?: string;
  readonly because?: readonly string[];
  readonly decided?: Facts;
  readonly missing?: readonly string[];
  readonly late?: Names;
  readonly 'not-late'?: Names;
  readonly told?: readonly string[];
  readonly done?: Names;
  readonly 'late-by'?: string;
  readonly due?: Readonly<Record<string, string>>;
  readonly overdue?: Readonly<Record<string, string>>;
  readonly reminded?: Names;
  readonly occurrence?: Readonly<Record<string, number>>;
  readonly open?: Names;
  readonly waiting?: Names;
  readonly undecided?: Names;
  readonly between?: Names;
  readonly 'not-needed'?: Names;
  readonly deviated?: Names;
  readonly missed?: Names;
  readonly superseded?: Names;
  readonly pending?: Names;
  readonly started?: Names;
  readonly priority?: number;
  readonly standard?: string;
  readonly beside?: Names;
  readonly closed?: boolean;
  readonly rung?: Names;
}

/** A scenario as written. */
export interface ScenarioSource {
  readonly scenario: TextBoth;
  readonly given: {
    readonly report: {
      readonly at: string;
      readonly channel: string;
      readonly zone?: string;
      readonly unit?: string;
      readonly 'handled-at'?: string;
      readonly text?: string;
    };
    readonly confirmed?: Facts;
    readonly procedure?: string;
    readonly beats?: Readonly<Record<string, string>>;
  };
  readonly when: readonly WhenSource[];
  readonly then: readonly ThenSource[];
}
