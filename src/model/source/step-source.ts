import { Type } from 'typebox';
import { ConditionSource, type ConditionSource as Condition } from './condition-source.ts';
import { DueSource, LimitSource, SecondPersonSource, lengthPattern } from './due-source.ts';
import type { DueSource as Due, SecondPersonSource as SecondPerson } from './due-source.ts';
import { BasisSource, IdSource, IdsSource, TextSource } from './text-source.ts';
import type { TextSource as TextBoth } from './text-source.ts';

const afterSource = Type.Union(
  [
    IdSource,
    Type.Array(IdSource, { minItems: 1 }),
    Type.Object({ any: Type.Array(IdSource, { minItems: 1 }) }, { additionalProperties: false }),
    Type.Object({ all: Type.Array(IdSource, { minItems: 1 }) }, { additionalProperties: false }),
  ],
  {
    description:
      '在哪些步骤之后（多个：全部；any：任一）；不写则同时进行 | which steps come before (several: all of them); parallel when absent',
    examples: ['arrive', ['separate', 'first-contact'], { any: ['found', 'given-up'] }],
  },
);

const limitSpan = Type.String({
  pattern: `^${lengthPattern}( for [1-9][0-9]{0,4}(s|m|h|d))?$`,
  examples: ['4h for 1d', '1d'],
});

const tellSource = Type.Array(
  Type.Union([
    IdSource,
    Type.Object(
      { who: IdSource, when: Type.Optional(ConditionSource) },
      { additionalProperties: false },
    ),
  ]),
  {
    description: '完成后告知谁 | who is told when it is done',
    examples: [['command-centre', { who: 'duty-leader', when: { priority: { 'at-most': 2 } } }]],
  },
);

const startSource = Type.Object(
  {
    procedure: IdSource,
    'one-per': Type.Optional(
      Type.Unsafe<string>({
        ...IdSource,
        description:
          'incident，或一个事实：同值的警情并入同一程序 | incident, or a fact: incidents with the same value share one',
        examples: ['incident', 'party-pair'],
      }),
    ),
    when: Type.Optional(ConditionSource),
  },
  { additionalProperties: false },
);

export const stepKeys = {
  title: Type.Optional(TextSource),
  say: Type.Optional(TextSource),
  hint: Type.Optional(TextSource),
  by: Type.Optional(IdSource),
  when: Type.Optional(ConditionSource),
  optional: Type.Optional(Type.Boolean({ description: '可不做 | may be left undone' })),
  after: Type.Optional(afterSource),
  'handled-at': Type.Optional(IdsSource),
  due: Type.Optional(DueSource),
  remind: Type.Optional(
    Type.Union(
      [
        Type.Literal('half'),
        LimitSource,
        Type.Array(Type.Union([Type.Literal('half'), LimitSource])),
      ],
      {
        description: '提醒：half 过半时，或到期前多久 | at half of the time, or so long before due',
        examples: ['half', '10m', ['half', '5m']],
      },
    ),
  ),
  extend: Type.Optional(
    Type.Object(
      {
        by: IdSource,
        to: LimitSource,
        times: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
        basis: Type.Optional(BasisSource),
      },
      {
        additionalProperties: false,
        description: '可由谁延长到多久、几次 | who may extend it, to what limit, how often',
        examples: [{ by: 'duty-leader', to: '7d', times: 1, basis: 'assumed' }],
      },
    ),
  ),
  asks: Type.Optional(
    Type.Array(IdSource, { uniqueItems: true, description: '要问清的事实 | facts to be answered' }),
  ),
  'may-ask': Type.Optional(
    Type.Array(IdSource, {
      uniqueItems: true,
      description: '可以问的事实 | facts that may be answered',
    }),
  ),
  corrects: Type.Optional(
    Type.Array(IdSource, {
      uniqueItems: true,
      minItems: 1,
      description:
        '谁可以更正这些事实；不写则为本步骤的角色和全局更正人 | who may correct these facts; when absent who does the step, and the correctors of the settings',
      examples: [['case-officer', 'duty-leader']],
    }),
  ),
  evidence: Type.Optional(
    Type.Array(IdSource, { uniqueItems: true, description: '要固定的证据 | evidence needed' }),
  ),
  crew: Type.Optional(
    Type.Object(
      { officers: Type.Integer({ minimum: 1, maximum: 50 }) },
      { additionalProperties: false },
    ),
  ),
  equipment: Type.Optional(Type.Array(IdSource, { uniqueItems: true })),
  approve: Type.Optional(SecondPersonSource),
  confirm: Type.Optional(SecondPersonSource),
  every: Type.Optional(
    Type.Union([limitSpan, Type.Array(limitSpan, { minItems: 1 })], {
      description: '每隔多久一次 | how often it repeats',
      examples: ['15m', ['4h for 1d', '1d']],
    }),
  ),
  until: Type.Optional(
    Type.Union([IdSource, ConditionSource], {
      description: '重复到何时：步骤、锚点或条件 | until a step or anchor, or a condition',
      examples: ['found', { 'child-found': 'yes' }],
    }),
  ),
  reaches: Type.Optional(IdSource),
  binds: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Union([
        Type.Literal('doer'),
        Type.Object({ unit: IdSource }, { additionalProperties: false }),
      ]),
      {
        description: '完成后由谁担任角色 | who holds a role from then on',
        examples: [
          { 'on-scene-officer': 'doer' },
          { 'on-scene-officer': { unit: 'dispatched-unit' } },
        ],
      },
    ),
  ),
  decides: Type.Optional(IdsSource),
  starts: Type.Optional(Type.Union([startSource, Type.Array(startSource)])),
  tell: Type.Optional(tellSource),
  late: Type.Optional(
    Type.Unsafe<string>({
      ...IdSource,
      description: '超时后的升级阶梯 | the escalation ladder when late',
    }),
  ),
  feedback: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 3,
      description: '第几次反馈 | which of the three feedbacks',
    }),
  ),
  closes: Type.Optional(
    Type.Boolean({ description: '完成即结束警情 | doing it closes the incident' }),
  ),
  basis: Type.Optional(BasisSource),
};

export const StepSource = Type.Object(stepKeys, {
  additionalProperties: false,
  required: ['title', 'by'],
  description: '一个步骤 | one act by one role',
});

/** A change to a step that a part brings: may tighten it; a looser limit needs `because`. */
export const OverrideSource = Type.Object(
  { ...stepKeys, because: Type.Optional(TextSource) },
  { additionalProperties: false, minProperties: 1 },
);

type Start = { readonly procedure: string; readonly 'one-per'?: string; readonly when?: Condition };

/** A step as written, after the schema has checked its shape. */
export interface StepSource {
  readonly title?: TextBoth;
  readonly say?: TextBoth;
  readonly hint?: TextBoth;
  readonly by?: string;
  readonly when?: Condition;
  readonly optional?: boolean;
  readonly after?:
    | string
    | readonly string[]
    | { readonly any?: readonly string[]; readonly all?: readonly string[] };
  readonly 'handled-at'?: string | readonly string[];
  readonly due?: Due;
  readonly remind?: string | readonly string[];
  readonly extend?: {
    readonly by: string;
    readonly to: string;
    readonly times?: number;
    readonly basis?: string | readonly string[];
  };
  readonly asks?: readonly string[];
  readonly 'may-ask'?: readonly string[];
  readonly corrects?: readonly string[];
  readonly evidence?: readonly string[];
  readonly crew?: { readonly officers: number };
  readonly equipment?: readonly string[];
  readonly approve?: SecondPerson;
  readonly confirm?: SecondPerson;
  readonly every?: string | readonly string[];
  readonly until?: string | Condition;
  readonly reaches?: string;
  readonly binds?: Readonly<Record<string, 'doer' | { readonly unit: string }>>;
  readonly decides?: string | readonly string[];
  readonly starts?: Start | readonly Start[];
  readonly tell?: readonly (string | { readonly who: string; readonly when?: Condition })[];
  readonly late?: string;
  readonly feedback?: number;
  readonly closes?: boolean;
  readonly basis?: string | readonly string[];
  readonly because?: TextBoth;
}
