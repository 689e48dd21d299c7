import type { Comparison } from '../model/condition.ts';
import type { FactValue } from '../model/fact-value.ts';

/**
 * True where an answered fact passes a comparison, as json-rules-engine has it: equality is strict, and a comparison of
 * numbers is false for what is no number. So `below` is the complement of `at-least` for numbers only; the compiler
 * lets only facts that are numbers be compared so.
 */
export function compare({ operator, value }: Comparison, answer: FactValue): boolean {
  switch (operator) {
    case 'is':
      return answer === value;
    case 'is-not':
      return answer !== value;
    case 'in':
      return listOf(value).includes(answer);
    case 'not-in':
      return !listOf(value).includes(answer);
    case 'at-least':
      return numberPasses(answer, value, (a, b) => a >= b);
    case 'below':
      return numberPasses(answer, value, (a, b) => a < b);
    case 'at-most':
      return numberPasses(answer, value, (a, b) => a <= b);
    case 'above':
      return numberPasses(answer, value, (a, b) => a > b);
  }
}

function listOf(value: Comparison['value']): readonly FactValue[] {
  if (typeof value !== 'object') throw new Error('`in` and `not-in` take a list');
  return value;
}

function numberPasses(
  answer: FactValue,
  value: Comparison['value'],
  passes: (answer: number, value: number) => boolean,
): boolean {
  return typeof answer === 'number' && typeof value === 'number' && passes(answer, value);
}
