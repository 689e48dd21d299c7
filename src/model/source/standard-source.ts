import { Type } from 'typebox';
import { ConditionSource, type ConditionSource as Condition } from './condition-source.ts';
import { SecondPersonSource, type SecondPersonSource as SecondPerson } from './due-source.ts';
import { FactSource, type FactSource as Fact } from './fact-source.ts';
import { OverrideSource, StepSource, type StepSource as Step } from './step-source.ts';
import { BasisSource, IdSource, IdsSource, TextSource, idPattern } from './text-source.ts';
import type { TextSource as TextBoth } from './text-source.ts';

/** A local date, `2026-01-01`. */
export const DateSource = Type.String({
  format: 'date',
  examples: ['2026-01-01'],
});

const byId = <T extends Parameters<typeof Type.Unsafe>[0]>(schema: T) => ({
  type: 'object' as const,
  propertyNames: { pattern: idPattern },
  additionalProperties: schema,
});

export const EffectiveSource = Type.Object(
  { from: DateSource, to: Type.Optional(DateSource) },
  { additionalProperties: false, description: '施行日期 | chosen only between these dates' },
);

const alsoSource = Type.Object(
  { when: ConditionSource, standard: IdSource, basis: Type.Optional(BasisSource) },
  { additionalProperties: false },
);

const switchSource = Type.Object(
  {
    when: ConditionSource,
    to: Type.Union([IdSource, Type.Object({ fact: IdSource }, { additionalProperties: false })], {
      description: '换成哪个标准，或由事实给出 | to which standard, or the fact that names it',
      examples: ['theft-general', { fact: 'confirmed-type' }],
    }),
    direction: Type.Union([Type.Literal('upward'), Type.Literal('downward')], {
      description: '升级：先换后审；降级：先审后换 | upward acts first, downward is agreed first',
    }),
    approve: SecondPersonSource,
    because: TextSource,
    basis: Type.Optional(BasisSource),
  },
  { additionalProperties: false },
);

const prioritySource = Type.Integer({ minimum: 1, maximum: 4 });

const head = {
  title: TextSource,
  category: Type.Optional(IdSource),
  priority: Type.Optional(prioritySource),
  'handled-at': Type.Optional(IdsSource),
};

const body = {
  basis: Type.Optional(BasisSource),
  protects: Type.Optional(Type.Array(IdSource, { uniqueItems: true })),
  parts: Type.Optional(Type.Array(IdSource, { uniqueItems: true })),
  facts: Type.Optional(Type.Unsafe<Record<string, Fact>>(byId(FactSource))),
  override: Type.Optional(Type.Unsafe<Record<string, Step>>(byId(OverrideSource))),
  steps: Type.Optional(Type.Unsafe<Record<string, Step>>(byId(StepSource))),
  also: Type.Optional(Type.Array(alsoSource)),
  switch: Type.Optional(Type.Unsafe<Record<string, unknown>>(byId(switchSource))),
};

/** `standards/<nn>-<id>/standard.yaml`. */
export const StandardSource = Type.Object(
  {
    standard: IdSource,
    // The catalogue has 46 standards.
    number: Type.Integer({ minimum: 1, maximum: 46 }),
    ...head,
    category: IdSource,
    priority: prioritySource,
    'handled-at': IdsSource,
    // Only standards are chosen, so only they have dates between which they are.
    effective: EffectiveSource,
    ...body,
  },
  { additionalProperties: false },
);

/** `standards/procedures/<id>/procedure.yaml`: anything else that the interpreter runs. */
export const ProcedureSource = Type.Object(
  { procedure: IdSource, ...head, ...body },
  { additionalProperties: false },
);

/** `standards/parts/<id>.yaml` and `rules/three-feedback/three-feedback.yaml`. */
export const PartSource = Type.Object(
  {
    part: IdSource,
    title: TextSource,
    'handled-at': Type.Optional(IdsSource),
    facts: body.facts,
    steps: Type.Unsafe<Record<string, Step>>(byId(StepSource)),
    switch: body.switch,
  },
  { additionalProperties: false },
);

/** A standard or procedure as written. */
export interface StandardSource {
  readonly standard?: string;
  readonly procedure?: string;
  readonly number?: number;
  readonly title: TextBoth;
  readonly category?: string;
  readonly priority?: number;
  readonly 'handled-at'?: string | readonly string[];
  readonly effective?: { readonly from: string; readonly to?: string };
  readonly basis?: string | readonly string[];
  readonly protects?: readonly string[];
  readonly parts?: readonly string[];
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly override?: Readonly<Record<string, Step>>;
  readonly steps?: Readonly<Record<string, Step>>;
  readonly also?: readonly AlsoSource[];
  readonly switch?: Readonly<Record<string, SwitchSource>>;
}

export interface AlsoSource {
  readonly when: Condition;
  readonly standard: string;
  readonly basis?: string | readonly string[];
}

export interface SwitchSource {
  readonly when: Condition;
  readonly to: string | { readonly fact: string };
  readonly direction: 'upward' | 'downward';
  readonly approve: SecondPerson;
  readonly because: TextBoth;
  readonly basis?: string | readonly string[];
}

/** A part as written. */
export interface PartSource {
  readonly part: string;
  readonly title: TextBoth;
  readonly 'handled-at'?: string | readonly string[];
  readonly facts?: Readonly<Record<string, Fact>>;
  readonly steps: Readonly<Record<string, Step>>;
  readonly switch?: Readonly<Record<string, SwitchSource>>;
}
