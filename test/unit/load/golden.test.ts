import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { placeProblems } from '../../../src/diagnostics/place-problems.ts';
import { loadText } from '../../../src/load/load-text.ts';
import { loadTree } from '../../../src/load/load-tree.ts';

// `BLESS=1 npx vitest run test/unit/load` writes the expectations anew: read the diff.
const here = import.meta.dirname;
const folders = (of: string) => readdirSync(join(here, of)).sort();
const sentence = (name: string) => name.replaceAll('-', ' ');

/** Where a file of a case would lie in a real tree. */
const places: Readonly<Record<string, string>> = {
  'standard.yaml': 'standards/07-sample/standard.yaml',
  'part.yaml': 'standards/parts/sample.yaml',
  'vocabulary.yaml': 'standards/vocabulary/sample.yaml',
  'scenario.yaml': 'standards/07-sample/scenarios/sample.yaml',
  'rules.yaml': 'rules/sample/sample.yaml',
  'cases.yaml': 'rules/sample/sample.cases.yaml',
};

function diagnose(folder: string): Diagnostic[] {
  const name = readdirSync(folder).find((file) => file.endsWith('.yaml'))!;
  const text = new TextDecoder().decode(readFileSync(join(folder, name)));
  const { problems, locate } = loadText(places[name]!, text);
  return placeProblems(problems, (_, path, at) => locate(path, at));
}

function expectGolden(folder: string, diagnostics: readonly Diagnostic[]) {
  const file = join(folder, 'expected.json');
  const rows = diagnostics.map((diagnostic) => {
    const { code, severity, range, message, help, related } = diagnostic;
    const { start, end } = range;
    return {
      at: `${diagnostic.file}:${start.line}:${start.column}-${end.line}:${end.column}`,
      code,
      severity,
      message,
      ...(help && { help }),
      ...(related.length > 0 && {
        related: related.map((other) => `${other.file}:${other.range.start.line}`),
      }),
    };
  });
  const text = `${JSON.stringify(rows, undefined, 2)}\n`;
  if (process.env['BLESS']) writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'not blessed');
}

describe('a good file', () => {
  it.each(folders('good'))('has no problems: %s', (name) => {
    expect(diagnose(join(here, 'good', name))).toEqual([]);
  });
});

describe('a bad file', () => {
  it.each(folders('bad').map((name) => [sentence(name), name]))('is told of: %s', (_, name) => {
    const folder = join(here, 'bad', name!);
    const diagnostics = diagnose(folder);
    expect(diagnostics.length).toBeGreaterThan(0);
    expectGolden(folder, diagnostics);
  });
});

describe('a bad tree', () => {
  it.each(folders('trees/bad').map((name) => [sentence(name), name]))(
    'is told of: %s',
    async (_, name) => {
      const folder = join(here, 'trees/bad', name!);
      const { problems, locate } = await loadTree(folder);
      expectGolden(folder, placeProblems(problems, locate));
    },
  );
});
