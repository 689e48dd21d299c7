import { expect, test } from 'vitest';
import { junitXml } from '../../../src/cli/testing/junit-xml.ts';

test('failures stand in the file with their places, and signs with a meaning for XML are escaped', () => {
  const start = { line: 3, column: 5 };
  const about = { kind: 'case' as const, of: 'grading', file: 'a.yaml', start };
  const xml = junitXml(
    [
      { ...about, name: { zh: '好', en: 'a < "b"' }, mismatches: [] },
      {
        ...about,
        name: { zh: '坏', en: 'bad' },
        mismatches: [{ start, expected: 'a & b', found: 'c\u0000' }],
      },
    ],
    'en',
  );
  expect(xml).toContain('<testsuites tests="2" failures="1">');
  expect(xml).toContain('name="a &lt; &quot;b&quot;" classname="grading" file="a.yaml" line="3"/>');
  expect(xml).toContain('<failure message="a.yaml:3:5 expected a &amp; b, found c">');
});
