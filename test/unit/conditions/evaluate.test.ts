import { describe, expect, it } from 'vitest';
import { answersAfterDecisions } from '../../../src/conditions/answers-after-decisions.ts';
import { evaluate } from '../../../src/conditions/evaluate.ts';
import { factsOf } from '../../../src/conditions/facts-of.ts';
import { missingFacts } from '../../../src/conditions/missing-facts.ts';
import { negate } from '../../../src/conditions/negate.ts';
import { unmetFacts } from '../../../src/conditions/unmet-facts.ts';
import type { Comparison, Condition, Truth } from '../../../src/model/condition.ts';
import type { Decision } from '../../../src/model/decision.ts';

const is = (fact: string, value: string): Comparison => ({
  kind: 'compare',
  fact,
  operator: 'is',
  value,
});
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });

// With `yes` answered `1`, `no` answered `2`, and `open` not answered.
const answers = { yes: '1', no: '2' };
const leaf = { true: is('yes', '1'), false: is('no', '1'), null: is('open', '1') };
const truths: readonly Truth[] = [true, false, null];
const of = (truth: Truth) => leaf[String(truth) as keyof typeof leaf];

describe('the truth of a condition', () => {
  it.each(
    truths.flatMap((a) =>
      truths.map((b) => {
        const both = a === false || b === false ? false : a === null || b === null ? null : true;
        const either = a === true || b === true ? true : a === null || b === null ? null : false;
        return { a, b, both, either };
      }),
    ),
  )('$a and $b is $both, $a or $b is $either', ({ a, b, both, either }) => {
    expect(evaluate(all(of(a), of(b)), answers)).toBe(both);
    expect(evaluate(any(of(a), of(b)), answers)).toBe(either);
  });

  it('is true for all of nothing and false for any of nothing', () => {
    expect(evaluate(all(), {})).toBe(true);
    expect(evaluate(any(), {})).toBe(false);
  });

  it.each([
    ['is', 3, '3', false],
    ['is', '3', '3', true],
    ['is-not', 3, '3', true],
    ['in', ['a', 3], 3, true],
    ['in', ['a', 3], '3', false],
    ['not-in', ['a'], 'b', true],
    ['at-least', 3, 3, true],
    ['at-least', 3, '3', false],
    ['below', 3, '2', false],
    ['below', 3, 2, true],
    ['at-most', 3, 3, true],
    ['above', 3, 3, false],
    ['above', 3, true, false],
  ] as const)('of %s %j with the answer %j is %j', (operator, value, answer, truth) => {
    expect(evaluate({ kind: 'compare', fact: 'a', operator, value }, { a: answer })).toBe(truth);
  });

  it('reads no answer out of the words of JavaScript', () => {
    expect(evaluate(is('constructor', 'x'), {})).toBeNull();
  });
});

describe('the facts of a condition', () => {
  it('are named once', () => {
    expect(factsOf(any(all(is('a', '1'), is('b', '1')), is('a', '2')))).toEqual(['a', 'b']);
  });

  it('are missing where they keep it undecided, and not where it is decided without them', () => {
    expect(missingFacts(all(is('a', '1'), is('b', '1')), {})).toEqual(['a', 'b']);
    expect(missingFacts(all(is('a', '1'), is('b', '1')), { a: '2' })).toEqual([]);
    expect(
      missingFacts(all(is('a', '1'), any(is('b', '1'), is('c', '1'))), { a: '1', b: '2' }),
    ).toEqual(['c']);
  });

  it('are unmet where the fewest other answers would make it true', () => {
    expect(unmetFacts(all(is('a', '1'), is('b', '1')), { a: '2' })).toEqual(['a', 'b']);
    expect(unmetFacts(any(all(is('a', '1'), is('b', '1')), is('c', '1')), {})).toEqual(['c']);
    expect(unmetFacts(is('a', '1'), { a: '1' })).toEqual([]);
  });
});

describe('the opposite of a condition', () => {
  it('has no `not` above its comparisons', () => {
    expect(
      negate(any(is('a', '1'), all({ kind: 'compare', fact: 'n', operator: 'at-most', value: 3 }))),
    ).toEqual(
      all(
        { kind: 'compare', fact: 'a', operator: 'is-not', value: '1' },
        any({ kind: 'compare', fact: 'n', operator: 'above', value: 3 }),
      ),
    );
  });
});

describe('answers after decisions', () => {
  const decision = (outcome: string | null): Decision => ({
    ruleSet: 'r',
    decides: 'colour',
    outcome,
    outcomes: outcome === null ? [] : [outcome],
    because: [],
    otherwise: false,
    missing: [],
    nearest: [],
  });

  it('have the outcome, and keep the earlier answer where nothing was decided', () => {
    expect(answersAfterDecisions({ a: 1 }, [decision('red')])).toEqual({ a: 1, colour: 'red' });
    expect(answersAfterDecisions({ colour: 'blue' }, [decision(null)])).toEqual({ colour: 'blue' });
  });
});
