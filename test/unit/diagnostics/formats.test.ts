import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { formatGithub } from '../../../src/diagnostics/format-github.ts';
import { formatJson } from '../../../src/diagnostics/format-json.ts';
import { formatPretty } from '../../../src/diagnostics/format-pretty.ts';
import { formatSarif } from '../../../src/diagnostics/format-sarif.ts';

const text = 'standard: sample\ntitle: { zh: 示例标准, en: 100% }\n';
const diagnostic: Diagnostic = {
  code: 'SCH001',
  severity: 'error',
  message: { zh: '此处没有 `en` 这个键', en: 'there is no key `en` here' },
  help: { zh: '是不是 `zh`？', en: 'did you mean `zh`?' },
  about: { fault: 'misspelt', names: [{ kind: 'key', name: 'en' }] },
  file: 'standards/07-样例/standard.yaml',
  range: { start: { line: 2, column: 20 }, end: { line: 2, column: 22 } },
  path: ['title', 'en'],
  related: [
    {
      file: 'standards/other.yaml',
      range: { start: { line: 3, column: 4 }, end: { line: 3, column: 9 } },
      message: { zh: '第一处在这里', en: 'first defined here' },
    },
  ],
};
const warning: Diagnostic = {
  ...{ code: 'YML004', severity: 'warning', file: 'rules/a,b:c.txt', path: [], related: [] },
  message: { zh: '不会被读取', en: 'not\nread' },
  about: { fault: 'unfit', names: [] },
  range: { start: { line: 1, column: 1 }, end: { line: 2, column: 2 } },
};

describe('many problems of one file', () => {
  const many = Array.from({ length: 1000 }, () => diagnostic);
  it.each([
    [
      'pretty',
      formatPretty([...many, warning], { lang: 'en', textOf: () => text }),
      'standards/07',
    ],
    ['github', formatGithub([...many, warning], { lang: 'en' }), 'file=standards/07'],
  ])('are cut after twenty, with a line that says how many more: %s', (_, shown, at) => {
    expect(shown.split(`${at}-样例/standard.yaml`).length).toBeLessThanOrEqual(22);
    expect(shown).toContain('and 980 more');
    expect(shown).toContain('YML004');
  });
});

describe('pretty', () => {
  it('shows place, line and caret (wide characters take two columns), related places and help', () => {
    expect(formatPretty([diagnostic], { lang: 'en', textOf: () => text })).toBe(
      [
        'standards/07-样例/standard.yaml:2:20  error  SCH001  there is no key `en` here',
        '  2 | title: { zh: 示例标准, en: 100% }',
        '    |                        ^^',
        '  standards/other.yaml:3:4  first defined here',
        '  help: did you mean `zh`?',
        '',
      ].join('\n'),
    );
  });

  it('speaks Chinese, and shows no excerpt of a file that is not there', () => {
    expect(formatPretty([diagnostic], { lang: 'zh', textOf: () => undefined })).toBe(
      [
        'standards/07-样例/standard.yaml:2:20  错误  SCH001  此处没有 `en` 这个键',
        '  standards/other.yaml:3:4  第一处在这里',
        '  办法：是不是 `zh`？',
        '',
      ].join('\n'),
    );
  });

  it('is empty without problems, and colours only when asked to', () => {
    expect(formatPretty([], { lang: 'en', textOf: () => text })).toBe('');
    expect(formatPretty([diagnostic], { lang: 'en', textOf: () => text })).not.toContain('\u{1b}');
    expect(formatPretty([diagnostic], { lang: 'en', textOf: () => text, colour: true })).toContain(
      '\u{1b}[1;31m',
    );
  });

  it('cuts a long line around the caret, and lets nothing in it move the cursor', () => {
    const long = `${'长'.repeat(300)}\u{1b}[2Jhere${'x'.repeat(300)}`;
    const range = { start: { line: 1, column: 305 }, end: { line: 1, column: 309 } };
    const shown = formatPretty([{ ...diagnostic, range, related: [] }], {
      lang: 'en',
      textOf: () => long,
    });
    expect(shown).not.toContain('\u{1b}');
    const [, line = '', carets = ''] = shown.split('\n');
    expect(line).toContain('here');
    expect(line.length).toBeLessThan(120);
    expect(carets.trimEnd().endsWith('^^^^')).toBe(true);
  });
});

describe('json', () => {
  it('is an array with texts in one language and every part of the contract', () => {
    const [row, other] = JSON.parse(formatJson([diagnostic, warning], { lang: 'en' }));
    expect(row).toEqual({
      ...diagnostic,
      message: 'there is no key `en` here',
      help: 'did you mean `zh`?',
      related: [{ ...diagnostic.related[0], message: 'first defined here' }],
    });
    expect(other).not.toHaveProperty('help');
    expect(JSON.parse(formatJson([], { lang: 'zh' }))).toEqual([]);
  });
});

describe('sarif', () => {
  it('names the rules, the places and the related places', () => {
    const log = JSON.parse(formatSarif([diagnostic, warning], { lang: 'en', version: '0.1.0' }));
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({
      name: 'jiechu',
      version: '0.1.0',
      rules: [{ id: 'SCH001' }, { id: 'YML004' }],
    });
    expect(run.results[0]).toMatchObject({
      ruleId: 'SCH001',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'there is no key `en` here\ndid you mean `zh`?' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'standards/07-%E6%A0%B7%E4%BE%8B/standard.yaml' },
            region: { startLine: 2, startColumn: 20, endLine: 2, endColumn: 22 },
          },
        },
      ],
    });
    expect(run.results[0].relatedLocations).toHaveLength(1);
    expect(run.results[1].level).toBe('warning');
  });
});

describe('github', () => {
  it('is one escaped command a line, with columns only within one line', () => {
    expect(formatGithub([diagnostic, warning], { lang: 'en' })).toBe(
      '::error file=standards/07-样例/standard.yaml,line=2,endLine=2,col=20,endColumn=21,title=SCH001' +
        '::there is no key `en` here%0Adid you mean `zh`?\n' +
        '::warning file=rules/a%2Cb%3Ac.txt,line=1,endLine=2,title=YML004::not%0Aread\n',
    );
  });
});
