import { describe, expect, it } from 'vitest';
import { decideConditions } from '../../../src/decide/decide-conditions.ts';
import type { Condition } from '../../../src/model/condition.ts';

const conditions: readonly Condition[] = [
  { kind: 'compare', fact: 'a', operator: 'is', value: 'yes' },
  { kind: 'compare', fact: 'a', operator: 'is-not', value: 'yes' },
  { kind: 'any', of: [] },
  { kind: 'all', of: [] },
  { kind: 'compare', fact: 'n', operator: 'below', value: 3 },
];

describe('deciding conditions with json-rules-engine', () => {
  it('leaves unknown what hangs on an unanswered fact, also where it is negated', async () => {
    expect(await decideConditions(conditions, {})).toEqual([null, null, false, true, null]);
    expect(await decideConditions(conditions, { a: 'no' })).toEqual([
      false,
      true,
      false,
      true,
      null,
    ]);
  });

  it('takes no text for a number', async () => {
    expect(await decideConditions(conditions, { a: 'yes', n: '2' })).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it('gives nothing for no conditions', async () => {
    expect(await decideConditions([], {})).toEqual([]);
  });

  it('decides many at once: the engine would skip rules when another run of it ends', async () => {
    const answers = Array.from({ length: 150 }, (_, n) => ({ a: n % 2 ? 'yes' : 'no', n }));
    const decided = await Promise.all(
      answers.map(async (one, index) => {
        for (let turn = 0; turn < index; turn += 1) await Promise.resolve();
        return decideConditions(conditions, one, 'many at once');
      }),
    );
    expect(decided).toEqual(
      answers.map(({ a, n }) => [a === 'yes', a !== 'yes', false, true, n < 3]),
    );
  });

  it('keeps the engine by its key', async () => {
    expect(await decideConditions(conditions, { a: 'yes', n: 1 }, 'kept')).toHaveLength(5);
    expect(
      await decideConditions(structuredClone(conditions), { a: 'yes', n: 1 }, 'kept'),
    ).toHaveLength(5);
  });

  it('forgets the ways that were taken longest ago, and decides them again', async () => {
    const below = conditions.slice(4);
    for (let turn = 0; turn < 2; turn += 1) {
      for (let n = -150; n < 150; n += 1) {
        expect(await decideConditions(below, { n })).toEqual([n < 3]);
      }
    }
  });
});
