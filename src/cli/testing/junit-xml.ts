import type { Language } from '../../diagnostics/language.ts';
import type { TestResult } from './test-result.ts';

/** The results for a build server: a test suite a file. */
export function junitXml(results: readonly TestResult[], lang: Language): string {
  const files = [...new Set(results.map(({ file }) => file))];
  const suites = files.map((file) =>
    suite(
      file,
      results.filter((result) => result.file === file),
      lang,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts(results)}>\n${suites.join('')}</testsuites>\n`;
}

function suite(file: string, results: readonly TestResult[], lang: Language): string {
  const cases = results.map((result) => testCase(result, lang)).join('');
  return `  <testsuite name="${escape(file)}" ${counts(results)}>\n${cases}  </testsuite>\n`;
}

function testCase({ of, file, start, name, mismatches }: TestResult, lang: Language): string {
  const head = `    <testcase name="${escape(name[lang])}" classname="${escape(of)}" file="${escape(file)}" line="${start.line}"`;
  if (mismatches.length === 0) return `${head}/>\n`;
  const list = mismatches.map(
    ({ start: at, expected, found }) =>
      `${file}:${at.line}:${at.column} expected ${expected}, found ${found}`,
  );
  const [first = ''] = list;
  return `${head}>\n      <failure message="${escape(first)}">${escape(list.join('\n'))}</failure>\n    </testcase>\n`;
}

const counts = (results: readonly TestResult[]) =>
  `tests="${results.length}" failures="${results.filter(({ mismatches }) => mismatches.length > 0).length}"`;

// Control characters are not allowed in XML at all.
const escape = (text: string) =>
  text
    .replace(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
