import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runTests } from '../../../src/cli/testing/run-tests.ts';
import { readSchema } from '../../../src/load/read-schema.ts';
import type { JsonSchema } from '../../../src/load/json-schema.ts';
import { whenWords } from '../../../src/model/when-words.ts';
import { refusalParts } from '../../../src/model/refusal.ts';

const root = mkdtempSync(join(tmpdir(), 'jiechu-wrong-'));
cpSync(join(import.meta.dirname, '../../small'), root, { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));

type Line = Record<string, unknown>;

/** One thing that a story or a table says and that is not so: in a line of it (or in all), keys are set or taken out. */
interface Wrong {
  readonly key: string;
  readonly of: string;
  readonly line: number;
  readonly set: Line;
  /** The code where the check refuses it; without one the test finds it untrue. */
  readonly refused?: string;
}

const child = '01-loss/scenarios/child-beside';
const changed = 'procedures/changed/scenarios/as-changed';
const week = 'procedures/dates/scenarios/around-the-national-day';
const graded = 'procedures/facts/scenarios/graded-again';
const rounds = 'procedures/rounds/scenarios/until-they-stand-down';
const desk = '01-loss/scenarios/desk';
const rejected = '01-loss/scenarios/upward-rejected';
const unanswered = '01-loss/scenarios/upward-unanswered';
const leftOut = 'procedures/second-person/scenarios/left-out';
const orders = 'procedures/orders/scenarios/any-and-all';
const handed = '01-loss/scenarios/handed-over';
const back = 'procedures/second-person/scenarios/dated-back';

const then: readonly Wrong[] = [
  { key: 'at', of: child, line: 0, set: { at: '+13m' } },
  ...['standard', 'priority', 'due'].map((key) => ({
    ...{ key: 'at', of: child, line: 0, refused: 'SCN029' },
    set: { standard: null, priority: null, due: null, [key]: null },
  })),
  { key: 'chosen', of: desk, line: 0, set: { chosen: 'theft' } },
  { key: 'chosen', of: desk, line: 0, set: { chosen: 'thef' }, refused: 'SCN002' },
  { key: 'because', of: desk, line: 0, set: { because: ['taken'] } },
  { key: 'because', of: desk, line: 0, set: { because: [] } },
  { key: 'because', of: desk, line: 0, set: { chosen: null }, refused: 'SCN023' },
  { key: 'because', of: graded, line: 1, set: { because: [] } },
  {
    ...{ key: 'because', of: graded, line: 1, refused: 'SCN024' },
    set: { because: ['drunk'], decided: { colour: 'blue', mark: 'red' } },
  },
  { key: 'decided', of: graded, line: 1, set: { decided: { colour: 'red' } } },
  { key: 'decided', of: graded, line: 1, set: { decided: { colour: 'rde' } }, refused: 'SCN012' },
  { key: 'decided', of: graded, line: 1, set: { decided: {} }, refused: 'SCH008' },
  { key: 'decided', of: child, line: 0, set: { decided: { colour: 'red' } } },
  { key: 'missing', of: graded, line: 1, set: { missing: ['knife'] } },
  { key: 'missing', of: graded, line: 1, set: { missing: [] } },
  { key: 'missing', of: graded, line: 1, set: { decided: null }, refused: 'SCN023' },
  { key: 'missing', of: desk, line: 0, set: { missing: ['knife'] } },
  { key: 'late', of: child, line: 0, set: { late: 'dispatch' } },
  { key: 'late', of: week, line: 2, set: { late: [] } },
  { key: 'not-late', of: week, line: 2, set: { 'not-late': 'hand-in' } },
  { key: 'not-late', of: week, line: 2, set: { 'not-late': [] }, refused: 'SCN028' },
  { key: 'not-late', of: child, line: 0, set: { 'not-late': 'statement' } },
  { key: 'told', of: child, line: 2, set: { told: ['leader'] } },
  { key: 'told', of: child, line: 2, set: { told: [] } },
  { key: 'done', of: child, line: 1, set: { done: 'search' } },
  { key: 'done', of: child, line: 1, set: { done: [] } },
  { key: 'late-by', of: week, line: 2, set: { 'late-by': '2s' } },
  { key: 'late-by', of: week, line: 2, set: { 'late-by': '2 s' }, refused: 'SCH013' },
  { key: 'late-by', of: week, line: 2, set: { 'late-by': '' }, refused: 'SCH013' },
  { key: 'late-by', of: child, line: 2, set: { 'late-by': '1s' } },
  { key: 'late-by', of: week, line: 2, set: { done: null }, refused: 'SCN023' },
  { key: 'late-by', of: week, line: 2, set: { done: [] }, refused: 'SCN023' },
  { key: 'due', of: child, line: 0, set: { due: { arrive: '+2h' } } },
  { key: 'due', of: child, line: 0, set: { due: { screen: '+2h' } } },
  { key: 'due', of: child, line: 0, set: { due: {} }, refused: 'SCH008' },
  { key: 'due', of: child, line: 0, set: { due: { arrive: 'soon' } }, refused: 'SCH013' },
  { key: 'overdue', of: orders, line: 1, set: { overdue: { reach: '+44m' } } },
  { key: 'overdue', of: child, line: 0, set: { overdue: { arrive: '+2h' } } },
  { key: 'overdue', of: orders, line: 1, set: { overdue: {} }, refused: 'SCH008' },
  { key: 'reminded', of: changed, line: 3, set: { reminded: 'carry' } },
  { key: 'reminded', of: changed, line: 3, set: { reminded: [] } },
  { key: 'occurrence', of: rounds, line: 0, set: { occurrence: { round: 2 } } },
  { key: 'occurrence', of: rounds, line: 0, set: { occurrence: {} }, refused: 'SCH008' },
  { key: 'open', of: child, line: 0, set: { open: 'leave' } },
  { key: 'open', of: child, line: 0, set: { open: [] } },
  { key: 'waiting', of: child, line: 0, set: { waiting: 'sign' } },
  { key: 'waiting', of: child, line: 0, set: { waiting: [] } },
  { key: 'undecided', of: child, line: 0, set: { undecided: 'sign' } },
  { key: 'undecided', of: 'procedures/facts/scenarios/corrected', line: 0, set: { undecided: [] } },
  { key: 'between', of: rounds, line: 0, set: { between: 'look' } },
  { key: 'between', of: rounds, line: 0, set: { between: [] } },
  { key: 'not-needed', of: desk, line: 0, set: { 'not-needed': 'enter' } },
  { key: 'not-needed', of: desk, line: 0, set: { 'not-needed': [] } },
  { key: 'deviated', of: leftOut, line: 1, set: { deviated: 'letter' } },
  { key: 'deviated', of: leftOut, line: 1, set: { deviated: [] } },
  { key: 'missed', of: rounds, line: 0, set: { missed: 'look' } },
  { key: 'missed', of: rounds, line: 2, set: { missed: [] } },
  { key: 'superseded', of: rejected, line: 3, set: { superseded: 'sign' } },
  { key: 'superseded', of: rejected, line: 3, set: { superseded: [] } },
  { key: 'pending', of: child, line: 2, set: { pending: 'leave' } },
  { key: 'pending', of: child, line: 2, set: { pending: [] } },
  { key: 'started', of: changed, line: 2, set: { started: 'beats' } },
  { key: 'started', of: changed, line: 2, set: { started: [] } },
  { key: 'priority', of: child, line: 0, set: { priority: 3 } },
  { key: 'standard', of: child, line: 0, set: { standard: 'theft' } },
  { key: 'beside', of: child, line: 1, set: { beside: 'theft' } },
  { key: 'beside', of: child, line: 1, set: { beside: [] } },
  { key: 'closed', of: child, line: 3, set: { closed: false } },
  { key: 'closed', of: child, line: 0, set: { closed: true } },
  { key: 'rung', of: unanswered, line: 2, set: { rung: 'above' } },
  { key: 'rung', of: unanswered, line: 2, set: { rung: [] } },
  { key: 'rung', of: unanswered, line: 2, set: { rung: 'abov' }, refused: 'SCN016' },
  // A rung that was climbed for another step than the one that the line is about.
  { key: 'rung', of: unanswered, line: 2, set: { rung: 'unanswered', done: 'sign' } },
];

const when: readonly Wrong[] = [
  { key: 'at', of: child, line: 0, set: { at: '+2m' } },
  { key: 'with', of: child, line: 3, set: { with: { 'child-present': 'no' } } },
  { key: 'with', of: child, line: 12, set: { with: { item: 'lost' } }, refused: 'SCN025' },
  { key: 'evidence', of: child, line: 6, set: { evidence: [] } },
  { key: 'evidence', of: child, line: 12, set: { evidence: ['photo'] }, refused: 'SCN025' },
  { key: 'happened', of: back, line: 2, set: { happened: '+6m' } },
  // Words are for readers; where nobody reads them they are refused by nothing else.
  { key: 'note', of: rejected, line: 4, set: { nte: 'x' }, refused: 'SCN021' },
  { key: 'reason', of: leftOut, line: 1, set: { reason: 'unsfe' }, refused: 'SCN007' },
  { key: 'reason', of: child, line: 0, set: { reason: 'unsafe' }, refused: 'SCN025' },
  { key: 'as', of: handed, line: 8, set: { as: { person: 'officer-3' } } },
  { key: 'to', of: handed, line: 6, set: { to: { unit: 'unit-b', person: 'officer-3' } } },
  { key: 'to', of: handed, line: 5, set: { to: { person: 'officer-2' } }, refused: 'SCN026' },
  { key: 'to', of: handed, line: 5, set: { to: null }, refused: 'SCN026' },
  { key: 'to', of: child, line: 0, set: { to: { unit: 'unit-b' } }, refused: 'SCN025' },
  { key: 'crew', of: handed, line: 2, set: { crew: 0 } },
  { key: 'crew', of: child, line: 12, set: { crew: 1 }, refused: 'SCN025' },
  { key: 'equipment', of: handed, line: 2, set: { equipment: [] } },
  { key: 'equipment', of: child, line: 12, set: { equipment: ['camera'] }, refused: 'SCN025' },
  { key: 'act', of: child, line: 12, set: { act: 'reject' } },
  { key: 'refused', of: child, line: 0, set: { refused: 'step-not-open' } },
  { key: 'refused', of: child, line: 5, set: { refused: null } },
  { key: 'refused', of: child, line: 5, set: { refused: 'step-not-open' } },
  { key: 'refused', of: child, line: 5, set: { refused: 'evidence-mising' }, refused: 'SCN014' },
  { key: 'refused', of: child, line: 5, set: { refused: { cod: [] } }, refused: 'SCN015' },
  { key: 'refused', of: child, line: 5, set: { refused: {} }, refused: 'SCH008' },
];

const refusedParts: Readonly<Record<(typeof refusalParts)[number], unknown>> = {
  code: 'steps-open',
  open: ['search'],
  waiting: ['leave'],
  undecided: ['leave'],
  unconfirmed: ['search'],
  missing: [],
  doneBy: 'somebody',
  role: 'leader',
  roles: ['leader'],
  step: 'search',
};

const rows: readonly Wrong[] = [
  { key: 'name', of: 'colour', line: 0, set: { name: '' }, refused: 'SCH009' },
  { key: 'given', of: 'colour', line: 0, set: { given: { knife: 'no', drunk: 'no' } } },
  { key: 'then', of: 'colour', line: 0, set: { then: 'blue' } },
  { key: 'then', of: 'marks', line: 0, set: { then: ['red'] } },
  { key: 'then', of: 'marks', line: 2, set: { then: ['red'] } },
  { key: 'then', of: 'knives', line: 0, set: { then: [] } },
  { key: 'because', of: 'colour', line: 0, set: { because: [] } },
  { key: 'because', of: 'colour', line: 3, set: { because: ['knife'] } },
  { key: 'missing', of: 'colour', line: 4, set: { missing: [] } },
  { key: 'missing', of: 'colour', line: 0, set: { missing: ['knife'] } },
];

/** Runs the tests of one story or table with a line of it changed, as `jiechu test` does. */
async function runChanged(list: 'then' | 'when' | 'rows', { of, line, set }: Wrong) {
  const file = list === 'rows' ? `rules/${of}/${of}.cases.yaml` : `standards/${of}.yaml`;
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const data = parse(text) as Record<string, Line[]>;
  const changed = { ...data[list]![line]!, ...set };
  const kept = Object.entries(changed).filter(([, value]) => value !== null);
  data[list]![line] = Object.fromEntries(kept);
  writeFileSync(path, JSON.stringify(data));
  try {
    const id = list === 'rows' ? of : of.replace(/^(procedures\/|[0-9]+-)([^/]+).*$/, '$2');
    return await runTests({ ids: [id], root, json: undefined, junit: undefined, lang: 'en' });
  } finally {
    writeFileSync(path, text);
  }
}

const sentence = ({ of, set }: Wrong) => `${JSON.stringify(set)} in ${of}`;

describe.each([
  ['then', then],
  ['when', when],
  ['rows', rows],
] as const)('a line of `%s` that says what is not so', (list, wrongs) => {
  it.each(wrongs.map((wrong) => [sentence(wrong), wrong] as const))(
    'fails: %s',
    async (_, wrong) => {
      const { status, text } = await runChanged(list, wrong);
      expect(status).toBe(1);
      expect(text).toContain(wrong.refused ?? 'failed');
    },
  );

  it('is tried with every key that such a line can have', () => {
    const kind = list === 'rows' ? 'cases' : 'scenario';
    const schema = readSchema(kind).properties![list]!.items as JsonSchema;
    const keys = Object.keys(schema.properties ?? {}).sort();
    expect([...new Set(wrongs.map(({ key }) => key))].sort()).toEqual(keys);
  });
});

describe('a refusal that is not so', () => {
  it.each(refusalParts.map((part) => [part, refusedParts[part]] as const))(
    'fails by its `%s`',
    async (part, value) => {
      const refused = { code: 'evidence-missing', missing: ['photo'], [part]: value };
      const wrong = { key: 'refused', of: child, line: 5, set: { refused } };
      expect((await runChanged('when', wrong)).status).toBe(1);
    },
  );
});

describe('the report of a story', () => {
  const wrongs: readonly (readonly [string, Line])[] = [
    ['channel', { report: { channel: '111' } }],
    ['zone', { report: { zone: 'twn' } }],
    ['handled-at', { report: { 'handled-at': 'phon' } }],
    ['at', { report: { at: 'soon' } }],
    ['unit', { report: { unit: 7 } }],
    ['text', { report: { text: 7 } }],
    ['confirmed', { confirmed: { item: 'lots' } }],
    ['procedure', { procedure: 'los' }],
    ['beats', { beats: { north: 7 } }],
  ];
  it.each(wrongs)('is refused where it cannot be so: %s', async (_, change) => {
    const path = join(root, `standards/${child}.yaml`);
    const text = readFileSync(path, 'utf8');
    const data = parse(text) as { given: { report: Line } & Line };
    const report = { ...data.given.report, ...(change['report'] as Line | undefined) };
    writeFileSync(path, JSON.stringify({ ...data, given: { ...data.given, ...change, report } }));
    const asked = { ids: ['loss'], root, json: undefined, junit: undefined, lang: 'en' as const };
    const { status } = await runTests(asked);
    writeFileSync(path, text);
    expect(status).toBe(1);
  });

  it('is tried with every key that it can have', () => {
    const given = readSchema('scenario').properties!['given']!.properties!;
    const keys = [...Object.keys(given), ...Object.keys(given['report']!.properties!)];
    expect(['report', ...wrongs.map(([key]) => key)].sort()).toEqual(keys.sort());
  });
});

it('knows every word of a line of `when`', () => {
  const schema = readSchema('scenario').properties!['when']!.items as JsonSchema;
  expect(Object.keys(schema.properties ?? {}).sort()).toEqual([...whenWords].sort());
});
