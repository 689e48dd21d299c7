import { Type } from 'typebox';
import { LimitSource } from './due-source.ts';
import { BasisSource, IdSource, TextSource, idPattern } from './text-source.ts';
import type { TextSource as TextBoth } from './text-source.ts';

const rungSource = Type.Object(
  {
    after: Type.Optional(
      Type.Union([Type.Literal('late'), LimitSource], {
        description: 'late 一超时，或超时后多久 | as soon as late, or so long after',
        examples: ['late', '10m'],
      }),
    ),
    tell: Type.Optional(Type.Array(IdSource, { minItems: 1 })),
    do: Type.Optional(
      Type.Array(Type.Union([Type.Literal('raise-priority'), Type.Literal('send-next-unit')]), {
        minItems: 1,
      }),
    ),
    basis: Type.Optional(BasisSource),
  },
  { additionalProperties: false, minProperties: 1 },
);

/** `rules/escalation/<id>.yaml`: what happens, rung by rung, once something is late. */
export const LadderSource = Type.Object(
  {
    escalation: IdSource,
    title: TextSource,
    default: Type.Optional(
      Type.Boolean({ description: '未写 late 的步骤用它 | used where a step names none' }),
    ),
    rungs: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: idPattern },
      additionalProperties: rungSource,
    }),
  },
  { additionalProperties: false },
);

/** A ladder as written. */
export interface LadderSource {
  readonly escalation: string;
  readonly title: TextBoth;
  readonly default?: boolean;
  readonly rungs: Readonly<
    Record<
      string,
      {
        readonly after?: string;
        readonly tell?: readonly string[];
        readonly do?: readonly ('raise-priority' | 'send-next-unit')[];
        readonly basis?: string | readonly string[];
      }
    >
  >;
}
