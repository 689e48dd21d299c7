import type { Language } from '../../diagnostics/language.ts';
import type { Coverage, Part } from '../../simulate/coverage.ts';
import { countOf } from '../count-of.ts';
import type { TestResult } from './test-result.ts';

interface TextOptions {
  readonly lang: Language;
  readonly colour: boolean;
}

const words = {
  expected: { zh: '应为', en: 'expected' },
  found: { zh: '实为', en: 'found' },
  steps: { zh: '步骤', en: 'steps' },
  rows: { zh: '规则行', en: 'rule rows' },
  deadlines: { zh: '逾期', en: 'deadlines run late' },
  unreached: { zh: '没有测试到', en: 'no test reaches' },
} as const;

/** For a person: a line for what was tested together, what failed at its place, and what no test reaches. */
export function testText(
  results: readonly TestResult[],
  coverage: Coverage,
  options: TextOptions,
): string {
  const { lang } = options;
  const failed = results.filter(({ mismatches }) => mismatches.length > 0);
  const groups = [...new Set(results.map(({ of }) => of))].map((of) =>
    group(
      of,
      results.filter((result) => result.of === of),
      options,
    ),
  );
  const passed = results.length - failed.length;
  const sum = {
    zh: `${passed} 个通过，${failed.length} 个失败`,
    en: `${passed} passed, ${failed.length} failed`,
  };
  return [
    ...groups,
    '',
    ...failed.flatMap((result) => failure(result, options)),
    ...coverageLines(coverage, lang),
    sum[lang],
    '',
  ].join('\n');
}

function group(of: string, results: readonly TestResult[], { lang, colour }: TextOptions): string {
  const failed = results.filter(({ mismatches }) => mismatches.length > 0).length;
  const [noun, count] = [results[0]?.kind ?? 'case', results.length];
  const said = {
    zh: `${count} 个${noun === 'scenario' ? '情景' : '案例'}${failed === 0 ? '' : `，${failed} 个失败`}`,
    en: `${countOf(count, noun)}${failed === 0 ? '' : `, ${failed} failed`}`,
  };
  return `${mark(failed === 0, colour)} ${of}  ${said[lang]}`;
}

function failure({ name, file, mismatches }: TestResult, { lang, colour }: TextOptions): string[] {
  return [
    `${mark(false, colour)} ${name[lang]}`,
    ...mismatches.map(
      ({ start, expected, found }) =>
        `  ${file}:${start.line}:${start.column}  ${words.expected[lang]} ${expected}  ${words.found[lang]} ${found}`,
    ),
    '',
  ];
}

function coverageLines({ steps, rows, deadlines }: Coverage, lang: Language): string[] {
  return [
    ...partLines(steps, words.steps[lang], lang, ({ procedure, step }) => [procedure, step]),
    ...partLines(rows, words.rows[lang], lang, ({ ruleSet, row }) => [ruleSet, row]),
    ...partLines(deadlines, words.deadlines[lang], lang, ({ procedure, step }) => [
      procedure,
      step,
    ]),
    '',
  ];
}

function partLines<Place>(
  { all, unreached }: Part<Place>,
  title: string,
  lang: Language,
  nameOf: (place: Place) => readonly [string, string],
): string[] {
  if (all === 0) return [];
  const byOwner = new Map<string, string[]>();
  for (const place of unreached) {
    const [owner, name] = nameOf(place);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), name]);
  }
  return [
    `${title} ${all - unreached.length}/${all}${unreached.length === 0 ? '' : `  ${words.unreached[lang]}`}`,
    ...[...byOwner].map(([owner, names]) => `  ${owner}: ${names.join(', ')}`),
  ];
}

const mark = (isGood: boolean, colour: boolean) =>
  colour ? `\u{1B}[${isGood ? '32' : '31'}m${isGood ? '✓' : '✗'}\u{1B}[0m` : isGood ? '✓' : '✗';
