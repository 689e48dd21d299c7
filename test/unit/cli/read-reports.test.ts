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
    reason: 'report.at `tomorrow` is not written as times are: write it such as `2026-11-30T08:15`',
  },
  {
    file: 'a.yaml',
    text: 'report: { text: a }\nturns-out: [a]',
    line: 2,
    reason: 'turns-out must be a map of facts and answers',
  },
  {
    file: 'a.yaml',
    text: 'report: { text: a }\nevent: 1',
    line: 2,
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
  ...[
    ['2026-02-30T08:00', 'names a day that does not exist: write it such as `2026-11-30T08:15`'],
    ['2026-04-31T08:00Z', 'names a day that does not exist: write it such as `2026-11-30T08:15`'],
    ['25:00', 'names a time of day that does not exist: write it such as `08:15`'],
    ['24:00', 'names a time of day that does not exist: write it such as `08:15`'],
    ['8:15', 'is not written as times are: write it such as `08:15`'],
    [
      '2026-11-30T08:15+99:99',
      'names an offset from UTC that does not exist: write it such as `2026-11-30T08:15`',
    ],
    ['1', 'is not written as times are: write it such as `2026-11-30T08:15`'],
    ['Mar 3', 'is not written as times are: write it such as `2026-11-30T08:15`'],
    ['2026/11/30 08:15', 'is not written as times are: write it such as `2026-11-30T08:15`'],
  ].flatMap(([at, why]) => [
    {
      file: 'a.csv',
      text: `text,channel,at\na,110,08:15\nb,110,${at}\n`,
      line: 3,
      reason: `report.at \`${at}\` ${why}`,
    },
    {
      file: 'a.jsonl',
      text: `{}\n{"report":{"at":"${at}"}}\n`,
      line: 2,
      reason: `report.at \`${at}\` ${why}`,
    },
    {
      file: 'a.yaml',
      text: `- report: {}\n- report:\n    at: "${at}"\n`,
      line: 3,
      reason: `report.at \`${at}\` ${why}`,
    },
  ]),
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
  [
    'a.yaml',
    '- report: { text: a }\n- report: { text: b, text: c }\n- report: { text: d }\n',
    2,
    22,
  ],
  [
    'a.yaml',
    '- report: { text: a }\n- report: { text: b, at: 25:00 }\n- report: { text: d }\n',
    2,
    26,
  ],
  [
    'a.jsonl',
    '{"report":{"text":"a"}}\n{"report":{"text":"b","text":"c"}}\n{"report":{"text":"d"}}',
    2,
    23,
  ],
  ['a.jsonl', '{"report":{"text":"a"}}\n{"report":{"at":"25:00"}}\n{"report":{"text":"d"}}', 2, 17],
])(
  '%s: what is wrong in one report spoils that one, at its line and column',
  (file, text, line, column) => {
    const read = readReports(file, text);
    expect(read).toMatchObject([
      { told: { report: { text: 'a' } } },
      { line, column },
      { told: {} },
    ]);
    expect(read).toHaveLength(3);
  },
);

test('strings that look like keys are none', () => {
  const text = JSON.stringify({ report: { text: '"a": {"a": 1}, \\"b": ' }, confirmed: {} });
  expect(readReports('a.jsonl', text)).toMatchObject([{ line: 1, told: {} }]);
});

test.each([
  ['channel;text\n110;a', 'the columns are separated by semicolons: separate them by commas'],
  ['channel\ttext\n110\ta', 'the columns are separated by tabs: separate them by commas'],
  ['渠道,内容\n110,a', /^unknown columns `渠道`, `内容`: a column is named `at`, `channel`/u],
  ['Channel,text\n110,a', /^unknown columns `Channel`/u],
  ['channel,text,text\n110,a,b', 'two columns are named `text`'],
  ['channel,lost,lost,text\n110,yes,no,a', 'two columns are named `lost`'],
  ['channel,txt\n110,a', 'the first line lacks `text` (is it `txt`?)'],
  ['110,a\n110,b', 'the first line lacks `channel` and `text`'],
  ['"channel,text\n110,a', /^quotes are not in pairs/u],
])('under the header of %s no row is read, and one line says why', (text, why) => {
  const reason = typeof why === 'string' ? why : expect.stringMatching(why);
  expect(readReports('a.csv', text)).toMatchObject([{ line: 1, reason: { en: reason } }]);
});

test('an event, a reporter and facts have columns', () => {
  const text =
    'channel,text,event,reporter-phone,case-number,count\n110,a,fire,13800000000,007,007\n';
  const kinds = new Map([
    ['case-number', 'text'],
    ['count', 'number'],
  ] as const);
  expect(readReports('a.csv', text, kinds)).toEqual([
    {
      line: 2,
      told: {
        report: { channel: '110', text: 'a', reporter: { phone: '13800000000' } },
        confirmed: { 'case-number': '007', count: 7 },
        event: 'fire',
      },
    },
  ]);
  const [unknown] = readReports('a.csv', text);
  expect(unknown).toMatchObject({ told: { confirmed: { 'case-number': '007', count: '007' } } });
});

test('a row whose quotes do not pair is bad, and every line behind it is a row', () => {
  const text =
    'channel,text\n110,a\n110,"open\n110,b\n\n110,c "d" e\n110,"f" g\n110,"h\ni"\n110,"j';
  expect(
    readReports('a.csv', text).map((each) => ('told' in each ? each.told.report.text : each.line)),
  ).toEqual(['a', 3, 'b', 6, 7, 'h\ni', 10]);
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
    text: 'a,\n\n,b\n',
    rows: [
      ['a', ''],
      ['', 'b'],
    ],
    lines: [1, 3],
  },
  { text: 'a,b"c,d\ne\n', rows: ['bad', ['e']], lines: [1, 2] },
  { text: '', rows: [], lines: [] },
])('$text is taken apart as CSV', ({ text, rows, lines }) => {
  const parsed = parseCsv(text);
  expect(parsed.map((row) => ('cells' in row ? row.cells : 'bad'))).toEqual(rows);
  expect(parsed.map(({ line }) => line)).toEqual(lines);
});

const words = ['报警', '自行车在小区楼下被偷了，锁被剪断', '邻居半夜唱歌，劝了不听'];
const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const gbk: Readonly<Record<string, readonly number[]>> = {
  报警: [0xb1, 0xa8, 0xbe, 0xaf],
  包丢了: [0xb0, 0xfc, 0xb6, 0xaa, 0xc1, 0xcb],
  镕: [0xe9, 0x46],
  '𠭼': [0x95, 0x34, 0xac, 0x36],
};
const decode = (bytes: readonly number[]) => decodeText(Uint8Array.from(bytes));

test.each(words)('%s is read in UTF-8, with a mark before it and without', (text) => {
  expect(decode(utf8(text))).toEqual({ text });
  expect(decode([0xef, 0xbb, 0xbf, ...utf8(text)])).toEqual({ text });
});

test('a file that a Chinese spreadsheet saved is read too', () => {
  expect(decode(gbk['报警']!)).toEqual({ text: '报警' });
  const rare = [
    ...utf8('a,'),
    ...gbk['包丢了']!,
    ...gbk['镕']!,
    10,
    ...gbk['报警']!,
    ...gbk['𠭼']!,
  ];
  expect(decode(rare)).toEqual({ text: 'a,包丢了镕\n报警𠭼' });
});

test.each(words)('%s is refused at its line in UTF-8 with any one byte cut or changed', (text) => {
  const before = utf8('channel,text\n110,');
  const whole = utf8(text);
  for (const at of whole.keys()) {
    for (const damaged of [whole.toSpliced(at, 1), whole.toSpliced(at, 1, 0xff)]) {
      expect(decode([...before, ...damaged, ...utf8('\n110,a\n')])).toMatchObject({ line: 2 });
    }
  }
});

test('a file in GB18030 with a byte that is none is refused at its line', () => {
  const bytes = [...gbk['报警']!, 10, ...gbk['包丢了']!, 0xff, 10, ...gbk['报警']!];
  expect(decode(bytes)).toMatchObject({
    line: 2,
    reason: { en: expect.stringMatching(/^holds bytes/u) },
  });
});

test('a file in two encodings is refused', () => {
  expect(decode([...utf8('自行车被偷了\n'), ...gbk['报警']!])).toMatchObject({ line: 2 });
});

test.each([
  ['little end first, marked', [0xff, 0xfe, 0x61, 0]],
  ['big end first, marked', [0xfe, 0xff, 0, 0x61]],
  ['little end first', [0x61, 0, 0x62, 0]],
  ['big end first', [0, 0x61, 0, 0x62]],
])('UTF-16 with the %s is told of in one line', (_, bytes) => {
  const reason = { zh: '是 UTF-16 编码，请另存为 UTF-8', en: 'is UTF-16: save the file as UTF-8' };
  expect(decode(bytes)).toEqual({ line: 1, reason });
});
