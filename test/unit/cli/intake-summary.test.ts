import { expect, test } from 'vitest';
import { intakeSummary, intakeText } from '../../../src/cli/intake/intake-summary.ts';
import type { DecisionView } from '../../../src/contract/decision-contract.ts';
import type { ReportTaken } from '../../../src/contract/report-contract.ts';

const text = (en: string) => ({ zh: `${en}。`, en });
const decision: DecisionView = {
  ruleSet: 'sorting',
  title: text('type'),
  decides: 'standard',
  outcome: 'unsorted',
  outcomes: ['unsorted'],
  because: [],
  otherwise: false,
  missing: [],
  nearest: [],
  titles: { missing: text('What is missing') },
};
const unsorted = { id: 'unsorted', title: text('Unsorted') };
const theft = { id: 'theft', title: text('Theft') };

const byRule: ReportTaken = {
  report: 'R2',
  standard: unsorted,
  unplaced: true,
  decision: {
    ...decision,
    because: [{ row: 'robbed', because: text('taken by force'), basis: [] }],
  },
};
const byNone: ReportTaken = {
  report: 'R3',
  standard: unsorted,
  unplaced: true,
  decision: {
    ...decision,
    otherwise: true,
    nearest: [
      { row: 'stolen', because: text('it was stolen'), outcome: 'theft', unmet: ['missing'] },
    ],
  },
};
const byNothing: ReportTaken = { report: 'R4', unplaced: true, decision: { ...decision } };

const summary = intakeSummary({
  sent: [
    { file: 'b.yaml', line: 9, taken: byNothing },
    { file: 'b.yaml', line: 1, taken: byNone },
    { file: 'a.yaml', line: 1, taken: { report: 'R1', standard: theft } },
    { file: 'a.yaml', line: 5, taken: byRule },
    { file: 'b.yaml', line: 12, taken: byRule },
    { file: 'b.yaml', line: 14, taken: { report: 'R5', pending: true } },
  ],
  bad: [],
  stopped: undefined,
  total: 6,
});

test('what fits no standard is counted once, whether a rule said so or none matched, each with its reason', () => {
  expect(intakeText(summary, 'en')).toBe(
    [
      'taken: 5/6',
      '  Theft (theft): 1',
      '  unplaced, a person decides: 3',
      '    a.yaml:5  R2  taken by force',
      '    b.yaml:1  R3  nearest: it was stolen [would need: What is missing]',
      '    b.yaml:9  R4  no rule matched',
      'pending: 1',
      'repeated, the same content: 1',
      '',
    ].join('\n'),
  );
});

test('the same is said in Chinese', () => {
  expect(intakeText(summary, 'zh')).toContain(
    '    b.yaml:1  R3  最接近：it was stolen。 [要改：What is missing。]\n',
  );
});
