import fc from 'fast-check';
import type { Act } from '../../src/model/act.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { After, DueSpec, ProcedureSpec, StepSpec } from '../../src/model/procedure-spec.ts';
import type { Release } from '../../src/model/release.ts';
import { smallSpec } from '../unit/machine/small-release.ts';

const minute = 60_000;
const factIds = ['fact-0', 'fact-1'] as const;
const base = smallSpec('orders');
const { priorityRules: _, ...settings } = base.settings;
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
        fc
          .integer({ min: 1, max: 120 })
          .map((minutes) => ({ kind: 'exact', milliseconds: minutes * minute }) as const),
        fc.constant({ kind: 'grace' } as const),
        fc.constant({ kind: 'days', days: 1 } as const),
      ),
      custody: fc.boolean(),
      basis: fc.constant([]),
    }),
    { nil: undefined },
  );

const repeat = fc.option(
  fc.record({
    every: fc
      .integer({ min: 10, max: 60 })
      .map((minutes) => [{ limit: { kind: 'exact', milliseconds: minutes * minute } as const }]),
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
  .record({ count: fc.integer({ min: 1, max: 5 }), closing: fc.boolean() })
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

/** Something that somebody does, after some minutes. */
export interface RandomAct {
  readonly minutes: number;
  readonly role: 'officer' | 'leader' | 'reviewer';
  readonly person: string;
  /** Minutes that it is dated back. */
  readonly back: number;
  readonly act: Act;
}

const stepId = fc.nat(4).map((index) => `s${index}`);

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: stepId.map((id): Act => ({ kind: 'do', step: id, facts: {}, evidence: [] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ fact: fc.constantFrom(...factIds), value: fc.constantFrom('yes', 'no') })
      .map(({ fact, value }): Act => ({ kind: 'answer', facts: { [fact]: value } })),
  },
  { weight: 2, arbitrary: stepId.map((id): Act => ({ kind: 'agree', step: id })) },
  stepId.map((id): Act => ({ kind: 'reject', step: id, note: 'no' })),
  stepId.map((id): Act => ({ kind: 'deviate', step: id, reason: 'unsafe' })),
  stepId.map((id): Act => ({ kind: 'reopen', step: id, note: 'again' })),
  stepId.map((id): Act => ({ kind: 'extend', step: id })),
  fc.constant<Act>({ kind: 'close' }),
);

export const randomActs: fc.Arbitrary<readonly RandomAct[]> = fc.array(
  fc.record({
    minutes: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 100, max: 3000 }),
    ),
    role: fc.constantFrom('officer' as const, 'officer' as const, 'leader' as const),
    person: fc.constantFrom('a', 'b'),
    back: fc.constantFrom(0, 0, 0, 10, 45),
    act,
  }),
  { maxLength: 25 },
);
