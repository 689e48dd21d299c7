import { describe, expect, it } from 'vitest';
import { exactMilliseconds } from '../../../src/compile/exact-milliseconds.ts';
import { parseLimit } from '../../../src/compile/parse-limit.ts';

describe('a limit as written', () => {
  it.each([
    ['90s', { kind: 'exact', milliseconds: 90_000 }],
    ['5m', { kind: 'exact', milliseconds: 300_000 }],
    ['24h', { kind: 'exact', milliseconds: 86_400_000 }],
    ['3d', { kind: 'days', days: 3 }],
    ['3wd', { kind: 'working-days', days: 3 }],
    ['6mo', { kind: 'months', months: 6 }],
    ['1y', { kind: 'months', months: 12 }],
    ['at once', { kind: 'grace' }],
  ])('%s is %o', (text, limit) => {
    expect(parseLimit(text)).toEqual(limit);
  });

  it.each([
    ['2d', 172_800_000],
    ['10m', 600_000],
    ['1wd', undefined],
    ['1mo', undefined],
    ['at once', undefined],
  ])('%s is %o milliseconds where no calendar can be asked', (text, milliseconds) => {
    expect(exactMilliseconds(text)).toBe(milliseconds);
  });

  it('that the schema should have stopped is a broken invariant', () => {
    expect(() => parseLimit('5 minutes')).toThrow('5 minutes');
  });
});
