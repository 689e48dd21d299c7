import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/conditions/compare.ts';
import { evaluate } from '../../src/conditions/evaluate.ts';
import { missingFacts } from '../../src/conditions/missing-facts.ts';
import { negate } from '../../src/conditions/negate.ts';
import { decideConditions } from '../../src/decide/decide-conditions.ts';
import type { Answers, Comparison, Condition, Operator } from '../../src/model/condition.ts';
import type { FactValue } from '../../src/model/fact-value.ts';

const facts = ['a', 'b', 'c', 'd'];
const fact = fc.constantFrom(...facts);
// Values that look like each other: strictness shows where `1`, `'1'` and `true` meet.
const value: fc.Arbitrary<FactValue> = fc.constantFrom<FactValue>(
  0,
  1,
  2,
  3,
  '1',
  '2',
  'x',
  '',
  true,
  false,
);
const number = fc.integer({ min: 0, max: 3 });

const equality: fc.Arbitrary<Comparison> = fc.record({
  kind: fc.constant('compare' as const),
  fact,
  operator: fc.constantFrom<Operator>('is', 'is-not'),
  value,
});
const membership: fc.Arbitrary<Comparison> = fc.record({
  kind: fc.constant('compare' as const),
  fact,
  operator: fc.constantFrom<Operator>('in', 'not-in'),
  value: fc.array(value, { maxLength: 3 }),
});
const order: fc.Arbitrary<Comparison> = fc.record({
  kind: fc.constant('compare' as const),
  fact,
  operator: fc.constantFrom<Operator>('at-least', 'below', 'at-most', 'above'),
  value: number,
});

const conditionOf = (leaf: fc.Arbitrary<Comparison>) =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'condition' },
      leaf,
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('condition'), { maxLength: 3, depthIdentifier: 'condition' }),
      }),
    ),
  })).condition;

const condition = conditionOf(fc.oneof(equality, membership, order));
const answers: fc.Arbitrary<Answers> = fc.dictionary(fact, value);
const numberAnswers: fc.Arbitrary<Answers> = fc.dictionary(fact, number);

describe('conditions', () => {
  it('evaluate_is_what_json_rules_engine_decides', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(condition, { maxLength: 4 }),
        fc.array(answers, { minLength: 1, maxLength: 4 }),
        async (conditions, all) => {
          // The second time from memory.
          for (const given of [...all, ...all]) {
            const decided = await decideConditions(conditions, given);
            expect(decided).toEqual(conditions.map((one) => evaluate(one, given)));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('a_known_truth_stays_when_more_is_answered', () => {
    fc.assert(
      fc.property(condition, answers, answers, (one, some, more) => {
        const before = evaluate(one, some);
        if (before !== null) expect(evaluate(one, { ...more, ...some })).toBe(before);
      }),
    );
  });

  it('a_condition_is_decided_exactly_when_no_fact_is_missing', () => {
    fc.assert(
      fc.property(condition, answers, (one, given) => {
        expect(missingFacts(one, given).length === 0).toBe(evaluate(one, given) !== null);
      }),
    );
  });

  it('answering_all_missing_facts_again_and_again_decides', () => {
    fc.assert(
      fc.property(condition, answers, value, (one, given, filler) => {
        let known = given;
        for (let turn = 0; turn <= facts.length; turn += 1) {
          known = {
            ...known,
            ...Object.fromEntries(missingFacts(one, known).map((name) => [name, filler])),
          };
        }
        expect(evaluate(one, known)).not.toBeNull();
      }),
    );
  });

  it('the_opposite_is_the_complement_where_numbers_are_compared_with_numbers', () => {
    fc.assert(
      fc.property(condition, numberAnswers, (one, given) => {
        const truth = evaluate(one, given);
        expect(evaluate(negate(one), given)).toBe(truth === null ? null : !truth);
      }),
    );
  });

  it('the_opposite_of_equality_and_membership_is_the_complement_for_any_answer', () => {
    fc.assert(
      fc.property(conditionOf(fc.oneof(equality, membership)), answers, (one, given) => {
        const truth = evaluate(one, given);
        expect(evaluate(negate(one), given)).toBe(truth === null ? null : !truth);
      }),
    );
  });

  it('a_comparison_of_numbers_and_its_opposite_are_both_false_for_what_is_no_number', () => {
    fc.assert(
      fc.property(order, fc.constantFrom<FactValue>('1', 'x', '', true, false), (leaf, answer) => {
        expect(compare(leaf, answer)).toBe(false);
        expect(evaluate(negate(leaf), { [leaf.fact]: answer })).toBe(false);
      }),
    );
  });

  it('the_opposite_of_the_opposite_is_the_condition', () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(negate(negate(one))).toEqual(one);
      }),
    );
  });
});
