import { expect, test } from 'vitest';
import { decodeText } from '../../../src/cli/reports/decode-text.ts';
import { parseCsv } from '../../../src/cli/reports/parse-csv.ts';
import { readReports } from '../../../src/cli/reports/read-reports.ts';

const told = { report: { channel: '110', text: '包丢了' }, confirmed: { lost: 'yes', count: 2 } };

test.each([
  {
    file: 'a.yaml',
    text: '- report: { channel: "110", text: 包丢了 }\n  confirmed: { lost: "yes", count: 2 }\n',
    line: 1,
  },
  { file: 'a.jsonl', text: `\n${JSON.stringify(told)}\n`, line: 2 },
  { file: 'a.csv', text: 'channel,text,lost,count,unit\r\n110,包丢了,yes,2,\r\n', line: 2 },
])('the same report is read from $file', ({ file, text, line }) => {
  expect(readReports(file, text)).toEqual([{ line, told }]);
});

test.each([
  {
    file: 'a.yaml',
    text: 'report: { txt: a }',
    line: 1,
    reason: 'unknown key report.txt (did you mean text?)',
  },
  { file: 'a.yaml', text: '- confirmed: {}\n- report: {}\n', line: 1, reason: 'lacks report' },
  {
    file: 'a.yaml',
    text: 'report: { at: tomorrow }',
    line: 1,
    reason: 'report.at must be such as 2026-03-02T22:00 or "22:00"',
  },
  {
    file: 'a.yaml',
    text: 'report: { text: a }\nturns-out: [a]',
    line: 1,
    reason: 'turns-out must be a map of facts and answers',
  },
  {
    file: 'a.yaml',
    text: 'report: { text: a }\nevent: 1',
    line: 1,
    reason: 'event must be a text',
  },
  {
    file: 'a.yaml',
    text: 'report: { reporter: { phone: 130 } }',
    line: 1,
    reason: 'report.reporter.phone must be a text (put it in quotes)',
  },
  {
    file: 'a.csv',
    text: 'text,channel\na,110\nb\n',
    line: 3,
    reason: 'has 1 cells, the header has 2',
  },
  { file: 'a.jsonl', text: '{}\n{', line: 2, reason: expect.stringContaining('no JSON') },
])('$file with $text has a bad report in line $line', ({ file, text, line, reason }) => {
  const bad = readReports(file, text).find((each) => each.line === line && 'reason' in each);
  expect(bad).toMatchObject({ line, reason: { en: reason } });
});

test('a time of day, an event and what turns out later are read', () => {
  const text = 'report: { at: "08:15", text: a }\nevent: fire\nturns-out: { lost: "yes" }\n';
  const read = { report: { at: '08:15', text: 'a' }, confirmed: {}, event: 'fire' };
  expect(readReports('a.yaml', text)).toEqual([
    { line: 1, told: { ...read, 'turns-out': { lost: 'yes' } } },
  ]);
});

test('good reports are read beside bad ones', () => {
  const read = readReports(
    'a.jsonl',
    '{"report":{"text":"a"}}\nnonsense\n{"report":{"text":"b"}}\n',
  );
  expect(read.map((each) => ('told' in each ? each.told.report.text : each.line))).toEqual([
    'a',
    2,
    'b',
  ]);
});

test.each([
  {
    text: 'a,b\n1,2',
    rows: [
      ['a', 'b'],
      ['1', '2'],
    ],
    lines: [1, 2],
  },
  {
    text: 'a,b\r\n"x, ""y""","1\n2"\r\nc,d\r\n',
    rows: [
      ['a', 'b'],
      ['x, "y"', '1\n2'],
      ['c', 'd'],
    ],
    lines: [1, 2, 4],
  },
  {
    text: '\u{FEFF}a,\n\n,b\n',
    rows: [
      ['a', ''],
      ['', 'b'],
    ],
    lines: [1, 3],
  },
  { text: 'a,b"c,d\ne\n', rows: [['a', 'b"c,d'], ['e']], lines: [1, 2] },
  { text: '', rows: [], lines: [] },
])('$text is taken apart as CSV', ({ text, rows, lines }) => {
  const parsed = parseCsv(text);
  expect(parsed.map(({ cells }) => cells)).toEqual(rows);
  expect(parsed.map(({ line }) => line)).toEqual(lines);
});

test('a file that a Chinese spreadsheet saved is read too', () => {
  expect(decodeText(Uint8Array.from([0xb1, 0xa8, 0xbe, 0xaf]))).toBe('报警');
  expect(decodeText(new TextEncoder().encode('报警'))).toBe('报警');
});
