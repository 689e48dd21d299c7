import fc from 'fast-check';
import type { Act } from '../../src/model/act.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { After, DueSpec, ProcedureSpec, StepSpec } from '../../src/model/procedure-spec.ts';
import type { ProcedureState } from '../../src/model/procedure-state.ts';
import type { Release } from '../../src/model/release.ts';
import type { StepRow } from '../../src/model/step-row.ts';
import { smallSpec } from '../unit/machine/small-release.ts';

const minute = 60_000;
const hour = 60 * minute;
const exact = (minutes: number) => ({ kind: 'exact', milliseconds: minutes * minute }) as const;
const factIds = ['fact-0', 'fact-1'] as const;
const base = smallSpec('orders');
const { priorityRules: _, ...given } = base.settings;
const settings = { ...given, correctors: ['leader'] };
const like = base.steps['ring'] as StepSpec;

const second = {
  by: 'leader',
  late: 'second',
  due: {
    anchor: { kind: 'proposed' },
    limit: { kind: 'exact', milliseconds: 30 * minute },
    custody: false,
    basis: [],
  },
} as const;

const when = fc.option(fc.nat(2), { nil: undefined });

const after = (index: number): fc.Arbitrary<After> => {
  const before = Array.from({ length: index }, (_each, other): After => ({
    kind: 'step',
    step: `s${other}`,
  }));
  if (before.length === 0) return fc.constant({ kind: 'all', of: [] });
  const some = fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    of: fc.subarray(before, { minLength: 1, maxLength: Math.min(2, before.length) }),
  });
  return fc.oneof(fc.constant<After>({ kind: 'all', of: [] }), some);
};

const due = (index: number): fc.Arbitrary<DueSpec | undefined> =>
  fc.option(
    fc.record({
      anchor: fc.constantFrom<DueSpec['anchor']>(
        { kind: 'report' },
        { kind: 'opening' },
        ...(index === 0 ? [] : [{ kind: 'step', step: `s${index - 1}` } as const]),
      ),
      limit: fc.oneof(
        fc.integer({ min: 1, max: 120 }).map(exact),
        fc.constant({ kind: 'grace' } as const),
        fc.constant({ kind: 'days', days: 1 } as const),
      ),
      custody: fc.boolean(),
      basis: fc.constant([]),
    }),
    { nil: undefined },
  );

// Often at first and then about daily. Every few minutes without end, the long waits below made thousands of
// occurrences that differ in nothing, and most of the time of the test.
const repeat = fc.option(
  fc.record({
    every: fc
      .record({
        minutes: fc.integer({ min: 10, max: 60 }),
        forHours: fc.integer({ min: 1, max: 6 }),
        thenHours: fc.integer({ min: 12, max: 36 }),
      })
      .map(({ minutes, forHours, thenHours }) => [
        { limit: exact(minutes), forMilliseconds: forHours * hour },
        { limit: exact(60 * thenHours) },
      ]),
    untilHolds: fc.nat(2),
  }),
  { nil: undefined, freq: 3 },
);

const step = (index: number): fc.Arbitrary<StepSpec> =>
  fc
    .record({
      when,
      after: after(index),
      due: due(index),
      repeat,
      judged: fc.constantFrom('approve', 'confirm', 'neither', 'neither'),
      optional: fc.boolean(),
      mayAsk: fc.oneof(fc.constant([]), fc.subarray([...factIds])),
      remind: fc.subarray([
        { kind: 'half' } as const,
        { kind: 'before', milliseconds: 5 * minute } as const,
      ]),
      late: fc.constantFrom('plain', 'urgent'),
      extend: fc.option(
        fc.constant({
          by: 'leader',
          to: { kind: 'exact', milliseconds: 240 * minute } as const,
          times: 1,
          basis: [],
        }),
        { nil: undefined },
      ),
    })
    .map(({ when: condition, due: limit, repeat: every, judged, extend, ...rest }) => ({
      ...like,
      ...rest,
      id: `s${index}`,
      by: 'officer',
      ...(condition === undefined ? {} : { when: condition }),
      ...(limit === undefined ? {} : { due: limit }),
      ...(every === undefined ? {} : { repeat: every }),
      ...(judged === 'approve' ? { approve: second } : {}),
      ...(judged === 'confirm' && every === undefined ? { confirm: second } : {}),
      ...(extend === undefined ? {} : { extend }),
    }));

const is = (fact: string): Condition => ({ kind: 'compare', fact, operator: 'is', value: 'yes' });

/** A small procedure of any shape: up to five steps that wait for each other, two facts, with or without a closing step. */
export const randomSpec: fc.Arbitrary<ProcedureSpec> = fc
  .record({ count: fc.integer({ min: 1, max: 5 }), closing: fc.constantFrom(true, true, false) })
  .chain(({ count, closing }) =>
    fc
      .tuple(...Array.from({ length: count }, (_each, index) => step(index)))
      .map((drawn): ProcedureSpec => {
        const { repeat: _repeat, when: _when, ...last } = drawn.at(-1) as StepSpec;
        const steps = closing
          ? [...drawn.slice(0, -1), { ...last, closes: true, optional: false }]
          : drawn;
        return {
          ...base,
          settings,
          order: steps.map(({ id }) => id),
          steps: Object.fromEntries(steps.map((each) => [each.id, each])),
          conditions: [is('fact-0'), is('fact-1'), { kind: 'any', of: factIds.map(is) }],
          reads: factIds,
          facts: Object.fromEntries(
            factIds.map((id) => [
              id,
              {
                id,
                from: 'asked',
                personal: false,
                answer: {
                  kind: 'choice',
                  choices: ['yes', 'no'].map((value) => ({
                    value,
                    label: { zh: value, en: value },
                  })),
                },
              },
            ]),
          ),
          ladders: smallSpec('ladder').ladders,
          reasons: { unsafe: { zh: '不安全', en: 'Unsafe' } },
          anchors: {},
          ...(closing ? { closing: `s${count - 1}` } : {}),
        };
      }),
  );

/** One in which most steps ask and a second person judges them. */
export const judgedSpec: fc.Arbitrary<ProcedureSpec> = fc
  .tuple(
    randomSpec,
    fc.array(
      fc.record({
        judged: fc.constantFrom('approve', 'approve', 'confirm', 'neither'),
        mayAsk: fc.constantFrom<readonly string[]>(['fact-0'], ['fact-1'], factIds),
      }),
      { minLength: 5, maxLength: 5 },
    ),
  )
  .map(([spec, drawn]) => ({
    ...spec,
    steps: Object.fromEntries(
      Object.values(spec.steps).map(({ approve: _approve, confirm: _confirm, ...each }, index) => {
        const { judged, mayAsk } = drawn[index]!;
        const as = judged === 'confirm' && each.repeat !== undefined ? 'approve' : judged;
        return [each.id, { ...each, mayAsk, ...(as === 'neither' ? {} : { [as]: second }) }];
      }),
    ),
  }));

/** A release with that procedure alone. */
export const releaseOf = (spec: ProcedureSpec): Release => ({
  format: 1,
  hash: JSON.stringify([spec.steps, spec.closing]),
  procedures: { [spec.id]: spec },
  ruleSets: {},
  facts: {},
  effective: {},
  zones: [],
  channels: [],
});

/** Something that somebody does, after some minutes; on which step shows when it is known how all stand. */
export interface RandomAct {
  readonly minutes: number;
  readonly role: 'officer' | 'leader';
  readonly person: string;
  /** Minutes that it is dated back. */
  readonly back: number;
  readonly kind: 'do' | 'answer' | 'agree' | 'reject' | 'deviate' | 'reopen' | 'extend' | 'close';
  /** True where it is aimed at a step that it fits, false where at any. */
  readonly aimed: boolean;
  readonly pick: number;
  readonly value: 'yes' | 'no';
}

export const randomActs: fc.Arbitrary<readonly RandomAct[]> = fc.array(
  fc.record({
    minutes: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 100, max: 3000 }),
    ),
    role: fc.constantFrom('officer', 'officer', 'leader'),
    person: fc.constantFrom('a', 'b'),
    back: fc.constantFrom(0, 0, 0, 10, 45),
    kind: fc.constantFrom(
      'do',
      'do',
      'do',
      'answer',
      'answer',
      'answer',
      'agree',
      'reject',
      'deviate',
      'reopen',
      'extend',
      'close',
    ),
    aimed: fc.constantFrom(true, true, true, false),
    pick: fc.nat(11),
    value: fc.constantFrom('yes', 'no'),
  }),
  { minLength: 5, maxLength: 40, size: 'max' },
);

/** The same with people who mostly answer and judge, each by the role that may. */
export const judgingActs: fc.Arbitrary<readonly RandomAct[]> = randomActs.map((acts) =>
  acts.map((act) => {
    const kind = act.kind === 'extend' || act.kind === 'deviate' ? 'agree' : act.kind;
    const judges = kind === 'agree' || kind === 'reject' || kind === 'reopen';
    return { ...act, kind, role: judges ? 'leader' : 'officer', aimed: true, back: 0 };
  }),
);

/** The act itself, as things stand. */
export const actOf = ({ kind, aimed, pick, value }: RandomAct, { table }: ProcedureState): Act => {
  const fitting = Object.values(table.rows).filter((row) => !aimed || fits[kind](row));
  const step = fitting[pick % Math.max(1, fitting.length)]?.step ?? `s${pick % 5}`;
  const answer = { [`fact-${pick % 2}`]: value };
  switch (kind) {
    case 'do':
      return { kind, step, facts: pick % 3 === 0 ? answer : {}, evidence: [] };
    case 'answer':
      return { kind, facts: answer };
    case 'agree':
    case 'extend':
      return { kind, step };
    case 'reject':
    case 'reopen':
      return { kind, step, note: 'because' };
    case 'deviate':
      return { kind, step, reason: 'unsafe' };
    case 'close':
      return { kind };
  }
};

const isOpen = ({ status, pending }: StepRow): boolean =>
  status === 'open' && pending === undefined;
const isPending = ({ pending }: StepRow): boolean => pending !== undefined;
const fits: Readonly<Record<RandomAct['kind'], (row: StepRow) => boolean>> = {
  do: isOpen,
  deviate: isOpen,
  extend: isOpen,
  agree: isPending,
  reject: isPending,
  reopen: ({ status }) => status === 'done',
  answer: () => true,
  close: () => true,
};
