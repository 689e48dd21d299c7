import { Type } from 'typebox';
import { ConditionSource, type ConditionSource as Condition } from './condition-source.ts';
import { BasisSource, IdSource, TextSource, idPattern } from './text-source.ts';
import type { TextSource as TextBoth } from './text-source.ts';

const outcomeSource = Type.Union([Type.String(), Type.Number()]);
const byId = (schema: object) => ({
  type: 'object' as const,
  propertyNames: { pattern: idPattern },
  additionalProperties: schema,
});

/** A row: `when`, the outcome under the name of what is decided (`standard: theft-general`), `because`, `basis`. */
const rowSource = Type.Object(
  { when: ConditionSource, because: TextSource, basis: Type.Optional(BasisSource) },
  { additionalProperties: outcomeSource },
);

const scoreRowSource = Type.Object(
  {
    when: ConditionSource,
    add: Type.Integer({ minimum: -1000, maximum: 1000 }),
    because: TextSource,
    basis: Type.Optional(BasisSource),
  },
  { additionalProperties: false },
);

const suggestSource = Type.Object(
  {
    words: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }),
    as: Type.Optional(outcomeSource),
  },
  {
    additionalProperties: false,
    description:
      '报警内容里的词提示事实，由接警员确认 | words suggest the fact; the operator confirms it',
  },
);

/** `rules/<mechanism>/<id>.yaml` that decides something. */
export const RuleSetSource = Type.Object(
  {
    rules: IdSource,
    title: Type.Optional(TextSource),
    decides: Type.Record(
      Type.String({ pattern: idPattern }),
      Type.Union([Type.Literal('standards'), Type.Array(outcomeSource, { minItems: 2 })]),
      {
        minProperties: 1,
        maxProperties: 1,
        description: '决定什么、有哪些结果 | what it decides and the outcomes there are',
        examples: [{ colour: ['red', 'orange'] }, { standard: 'standards' }],
      },
    ),
    hit: Type.Union([Type.Literal('first'), Type.Literal('all'), Type.Literal('score')]),
    otherwise: Type.Optional(outcomeSource),
    basis: Type.Optional(BasisSource),
    suggest: Type.Optional(
      Type.Unsafe<Record<string, unknown>>(
        byId({ anyOf: [suggestSource, { type: 'array', items: suggestSource }] }),
      ),
    ),
    rows: Type.Optional(Type.Unsafe<Record<string, unknown>>(byId(rowSource))),
    score: Type.Optional(Type.Unsafe<Record<string, unknown>>(byId(scoreRowSource))),
    'cut-offs': Type.Optional(Type.Record(Type.String(), Type.Number())),
    overrides: Type.Optional(Type.Unsafe<Record<string, unknown>>(byId(rowSource))),
  },
  { additionalProperties: false },
);

export interface RuleRowSource {
  readonly when: Condition;
  readonly because: TextBoth;
  readonly basis?: string | readonly string[];
  readonly add?: number;
  readonly [outcome: string]: unknown;
}

export interface SuggestSource {
  readonly words: readonly string[];
  readonly as?: string | number;
}

/** A rule set as written. */
export interface RuleSetSource {
  readonly rules: string;
  readonly title?: TextBoth;
  readonly decides: Readonly<Record<string, 'standards' | readonly (string | number)[]>>;
  readonly hit: 'first' | 'all' | 'score';
  readonly otherwise?: string | number;
  readonly basis?: string | readonly string[];
  readonly suggest?: Readonly<Record<string, SuggestSource | readonly SuggestSource[]>>;
  readonly rows?: Readonly<Record<string, RuleRowSource>>;
  readonly score?: Readonly<Record<string, RuleRowSource>>;
  readonly 'cut-offs'?: Readonly<Record<string, number>>;
  readonly overrides?: Readonly<Record<string, RuleRowSource>>;
}
