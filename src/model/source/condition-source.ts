import { Type, type Static } from 'typebox';
import { idPattern } from './text-source.ts';

const scalar = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

/** The test of one fact: a plain value, a list, or a comparison word. */
export const TestSource = Type.Union(
  [
    scalar,
    Type.Object({ in: Type.Array(scalar, { minItems: 1 }) }, { additionalProperties: false }),
    Type.Object({ 'at-least': Type.Number() }, { additionalProperties: false }),
    Type.Object({ 'at-most': Type.Number() }, { additionalProperties: false }),
    Type.Object({ below: Type.Number() }, { additionalProperties: false }),
    Type.Object({ above: Type.Number() }, { additionalProperties: false }),
    Type.Object({ not: scalar }, { additionalProperties: false }),
  ],
  {
    description:
      '一个事实的条件：值、in、at-least、at-most、below、above、not | a value, in, at-least, at-most, below, above, not',
    examples: ['yes', { in: ['visible', 'minor'] }, { 'at-least': 3 }],
  },
);
export type TestSource = Static<typeof TestSource>;

/**
 * A condition: `{fact: test}` (several facts: all of them), or `all`, `any`, `not`.
 * Shape is checked here; facts and values are checked by the compiler, which knows them.
 */
export const ConditionSource = Type.Object(
  {},
  {
    $id: 'condition',
    description:
      '条件：{事实: 值}，或 all / any / not | {fact: value}, or all, any, not; unknown while a fact is unanswered',
    examples: [{ injury: { in: ['visible', 'minor'] } }, { all: [{ a: 'yes' }, { b: 'no' }] }],
    minProperties: 1,
    patternProperties: { [idPattern]: {} },
    additionalProperties: false,
  },
);
export type ConditionSource = Readonly<Record<string, unknown>>;
