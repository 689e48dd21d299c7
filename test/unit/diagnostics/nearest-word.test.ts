import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../../src/diagnostics/nearest-word.ts';

const known = ['category', 'title', 'to', 'switch', 'take-statements', 'by'];

describe('the nearest word', () => {
  it.each([
    ['categry', 'category'],
    ['tilte', 'title'],
    ['Take_Statements', 'take-statements'],
    ['byy', 'by'],
    ['swich', 'switch'],
  ])('to `%s` is `%s`', (word, nearest) => {
    expect(nearestWord(word, known)).toBe(nearest);
  });

  it.each(['colour', '全部', '', 'x'.repeat(100_000)])('to `%.10s` is none', (word) => {
    expect(nearestWord(word, known)).toBeUndefined();
  });
});
