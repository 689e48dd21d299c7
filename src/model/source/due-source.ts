import { Type, type Static } from 'typebox';
import { BasisSource, IdSource } from './text-source.ts';

/** Lengths over 100 years: a slip of the finger, where no calendar reaches. */
const tooLong = [
  '(10[1-9]|1[1-9][0-9]|[2-9][0-9]{2}|[0-9]{4,})y',
  '(120[1-9]|12[1-9][0-9]|1[3-9][0-9]{2}|[2-9][0-9]{3}|[0-9]{5,})mo',
  '(3650[1-9]|365[1-9][0-9]|36[6-9][0-9]{2}|3[7-9][0-9]{3}|[4-9][0-9]{4})d',
  '(2600[1-9]|260[1-9][0-9]|26[1-9][0-9]{2}|2[7-9][0-9]{3}|[3-9][0-9]{4})wd',
].join('|');

/** A length that is no longer than 100 years. */
export const lengthPattern = `(?!${tooLong})[1-9][0-9]{0,4}(s|m|h|d|wd|mo|y)`;

/** `90s`, `5m`, `24h` exact; `3d` days to 24:00; `3wd` working days; `6mo`, `1y`; `at once`. */
export const limitPattern = `^(at once|${lengthPattern})$`;

export const LimitSource = Type.String({
  pattern: limitPattern,
  description:
    '时限：90s、5m、24h 精确；3d 次日起算至24时；3wd 工作日；6mo、1y；at once 立即 | 90s, 5m, 24h exact; 3d ends at 24:00; 3wd working days; 6mo, 1y; at once',
  examples: ['5m', '24h', '3d', '3wd', '1y', 'at once'],
});

/** `at once after arrive`, `5m after report`: the short form of a due. */
export const ShortDueSource = Type.String({
  pattern: `^(at once|${lengthPattern}) after [a-z0-9][a-z0-9-]*$`,
  description: '时限 after 起点 | a limit after an anchor',
  examples: ['at once after arrive', '5m after report'],
});

const cell = Type.Union([LimitSource, Type.Record(Type.String(), LimitSource)]);

const dueCommon = {
  after: Type.Optional(
    Type.Unsafe<string>({
      ...IdSource,
      description:
        '起点：步骤、accepted / first-contact / cleared、report、opening、proposed | a step, an anchor, report, opening or proposed',
      examples: ['report', 'arrive', 'first-contact'],
    }),
  ),
  custody: Type.Optional(
    Type.Boolean({ description: '羁押时限：不顺延 | a limit on holding a person: never moved' }),
  ),
  basis: Type.Optional(BasisSource),
};

/** One limit, or a table by one or two facts. */
export const DueSource = Type.Union(
  [
    ShortDueSource,
    Type.Object({ within: LimitSource, ...dueCommon }, { additionalProperties: false }),
    Type.Object(
      { by: Type.Array(IdSource, { minItems: 1, maxItems: 2 }), ...dueCommon },
      // Not `patternProperties`: these would hold for `by` and `after` too.
      { additionalProperties: cell, propertyNames: { pattern: '^[1-9a-z][a-z0-9-]*$' } },
    ),
  ],
  {
    description: '何时之前算按时 | the instant until which the step is on time: anchor + limit',
    examples: [
      'at once after arrive',
      { within: '24h', after: 'report', basis: 'assumed' },
      { after: 'dispatch', by: ['priority', 'zone'], 1: { urban: '5m', suburb: '10m' } },
    ],
  },
);
export type DueSource =
  | string
  | {
      readonly within?: string;
      readonly after?: string;
      readonly custody?: boolean;
      readonly basis?: string | readonly string[];
      readonly by?: readonly string[];
      readonly [cell: string]: unknown;
    };

export const SecondPersonSource = Type.Object(
  { by: IdSource, due: Type.Optional(DueSource), late: Type.Optional(IdSource) },
  {
    additionalProperties: false,
    description: '由谁审批、何时之前 | who must agree, until when; never the same person',
    examples: [
      { by: 'legal-reviewer', due: { within: '12h', after: 'proposed', basis: 'assumed' } },
    ],
  },
);
export type SecondPersonSource = {
  readonly by: string;
  readonly due?: DueSource;
  readonly late?: string;
};

export type LimitSource = Static<typeof LimitSource>;
