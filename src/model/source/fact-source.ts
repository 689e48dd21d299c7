import { Type, type Static } from 'typebox';
import { IdSource, TextSource } from './text-source.ts';

const choiceSource = Type.Union(
  [
    Type.Literal('yes-no'),
    Type.Literal('standards'),
    Type.Literal('units'),
    Type.Literal('persons'),
    Type.Array(IdSource, { minItems: 2, uniqueItems: true }),
    Type.Record(Type.String(), TextSource),
  ],
  {
    description:
      '选项：yes-no、standards、units、persons，或选项列表（文字在 vocabulary/choices.yaml） | yes-no, standards, units, persons, or a list whose labels stand in vocabulary/choices.yaml',
    examples: ['yes-no', ['none', 'visible', 'minor', 'serious'], { won: { zh: '成', en: 'Won' } }],
  },
);

export const FactSource = Type.Object(
  {
    ask: Type.Optional(TextSource),
    choice: Type.Optional(choiceSource),
    number: Type.Optional(
      Type.Object(
        { min: Type.Number(), max: Type.Number(), unit: Type.Optional(TextSource) },
        { additionalProperties: false },
      ),
    ),
    text: Type.Optional(
      Type.Object(
        { max: Type.Integer({ minimum: 1, maximum: 2000 }) },
        { additionalProperties: false },
      ),
    ),
    time: Type.Optional(Type.Literal(true)),
    from: Type.Optional(
      Type.Union([Type.Literal('report'), Type.Literal('decision')], {
        description: '不由步骤询问时，来自哪里 | where it comes from when no step asks it',
      }),
    ),
    personal: Type.Optional(
      Type.Boolean({ description: '个人信息 | personal: kept out of the clear log' }),
    ),
  },
  {
    additionalProperties: false,
    description:
      '一个事实：怎么问，怎么答（choice、number、text、time 之一） | how it is asked and answered: one of choice, number, text, time',
    examples: [{ ask: { zh: '有无受伤', en: 'Anyone hurt?' }, choice: 'yes-no' }],
  },
);
export type FactSource = Static<typeof FactSource>;
