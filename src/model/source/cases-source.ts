import { Type } from 'typebox';
import { IdSource } from './text-source.ts';

/** `<rule set>.cases.yaml`: one row an outcome, reasons checked too. */
export const CasesSource = Type.Object(
  {
    cases: IdSource,
    rows: Type.Array(
      Type.Object(
        {
          name: Type.String({ minLength: 1 }),
          given: Type.Record(Type.String(), Type.Unknown()),
          then: Type.Union([
            Type.String(),
            Type.Number(),
            Type.Null(),
            Type.Array(Type.Union([Type.String(), Type.Number()])),
          ]),
          because: Type.Optional(Type.Array(Type.String())),
          missing: Type.Optional(Type.Array(Type.String())),
        },
        { additionalProperties: false },
      ),
      { minItems: 1 },
    ),
  },
  { additionalProperties: false },
);

/** A case table as written. */
export interface CasesSource {
  readonly cases: string;
  readonly rows: readonly {
    readonly name: string;
    readonly given: Readonly<Record<string, string | number | boolean>>;
    readonly then: string | number | null | readonly (string | number)[];
    readonly because?: readonly string[];
    readonly missing?: readonly string[];
  }[];
}
