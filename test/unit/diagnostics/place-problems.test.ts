import { describe, expect, it } from 'vitest';
import type { Problem, Range } from '../../../src/model/diagnostic.ts';
import { placeProblems, type Lookup } from '../../../src/diagnostics/place-problems.ts';

const range = (line: number, column: number): Range => ({
  start: { line, column },
  end: { line, column: column + 1 },
});
const problem = (
  code: string,
  file: string,
  path: Problem['path'],
  more: Partial<Problem> = {},
): Problem => ({
  code,
  severity: 'error',
  message: { zh: `${code} 有误`, en: `${code} is wrong` },
  about: { fault: 'unfit', names: [] },
  file,
  path,
  ...more,
});
const lookup: Lookup = (_, path, at) => range(Number(path[0]), at === 'key' ? 1 : 5);

describe('placed problems', () => {
  it('are sorted by file, line, column and code', () => {
    const placed = placeProblems(
      [
        problem('B', 'b.yaml', [1]),
        problem('B', 'a.yaml', [2]),
        problem('A', 'a.yaml', [2]),
        problem('Z', 'a.yaml', [2], { at: 'key' }),
        problem('C', 'a.yaml', [10]),
      ],
      lookup,
    );
    expect(placed.map(({ file, code, range: { start } }) => [file, start.line, code])).toEqual([
      ['a.yaml', 2, 'Z'],
      ['a.yaml', 2, 'A'],
      ['a.yaml', 2, 'B'],
      ['a.yaml', 10, 'C'],
      ['b.yaml', 1, 'B'],
    ]);
  });

  it('are told once each', () => {
    expect(placeProblems([problem('A', 'a', [1]), problem('A', 'a', [1])], lookup)).toHaveLength(1);
  });

  it('keep the range they came with, and have their related places looked up', () => {
    const related = [{ file: 'b', path: [7], message: { zh: '这里', en: 'here' } }];
    const [placed] = placeProblems(
      [problem('A', 'a', [], { range: range(3, 3), related })],
      lookup,
    );
    expect(placed?.range).toEqual(range(3, 3));
    expect(placed?.related).toMatchObject([{ file: 'b', range: range(7, 5) }]);
  });
});
