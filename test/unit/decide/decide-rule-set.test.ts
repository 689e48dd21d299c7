import { describe, expect, it } from 'vitest';
import { decideRuleSet } from '../../../src/decide/decide-rule-set.ts';
import { suggestFacts } from '../../../src/decide/suggest-facts.ts';
import { verdict } from '../../../src/decide/verdict.ts';
import type { Condition } from '../../../src/model/condition.ts';
import type { RuleRow, RuleSet } from '../../../src/model/rule-set.ts';

const is = (fact: string, value: string | number): Condition => ({
  kind: 'compare',
  fact,
  operator: 'is',
  value,
});
const both = (...of: Condition[]): Condition => ({ kind: 'all', of });

function row(id: string, when: Condition, rest: Partial<RuleRow>): RuleRow {
  return { id, when, because: { zh: id, en: id }, basis: ['assumed'], override: false, ...rest };
}

const base: RuleSet = {
  id: 'rules',
  title: { zh: '规则', en: 'Rules' },
  decides: 'colour',
  hit: 'first',
  rows: [
    row('knife', both(is('knife', 'yes'), is('threat', 'yes')), { outcome: 'red' }),
    row('hurt', is('hurt', 'yes'), { outcome: 'orange' }),
    row('noise', is('noise', 'yes'), { outcome: 'blue' }),
  ],
  cutOffs: [],
  otherwise: 'white',
  suggest: [],
  basis: [],
};
const scored: RuleSet = {
  ...base,
  hit: 'score',
  otherwise: 'white',
  rows: [
    row('serious', is('injury', 'serious'), { outcome: 'red', override: true }),
    row('weapon', is('weapon', 'yes'), { add: 30 }),
    row('threat', is('threat', 'yes'), { add: 25 }),
    row('calm', is('calm', 'yes'), { add: -40 }),
  ],
  cutOffs: [
    { outcome: 'orange', from: 40 },
    { outcome: 'yellow', from: 25 },
    { outcome: 'green', from: 0 },
  ],
};

describe('a rule set of the first hit', () => {
  it.each([
    {
      answers: { knife: 'yes', threat: 'yes', hurt: 'yes' },
      outcome: 'red',
      because: ['knife'],
      missing: [],
    },
    {
      answers: { knife: 'no', threat: 'yes', hurt: 'yes' },
      outcome: 'orange',
      because: ['hurt'],
      missing: [],
    },
    {
      answers: { knife: 'yes', hurt: 'yes' },
      outcome: 'orange',
      because: ['hurt'],
      missing: ['threat'],
    },
    {
      answers: { knife: 'no', hurt: 'no', noise: 'no' },
      outcome: 'white',
      because: [],
      missing: [],
    },
    { answers: {}, outcome: 'white', because: [], missing: ['knife', 'threat', 'hurt', 'noise'] },
  ])('decides $outcome because of $because from $answers, and lacks $missing', async (expected) => {
    const decision = await decideRuleSet(base, expected.answers);
    expect(decision).toMatchObject({
      ruleSet: 'rules',
      decides: 'colour',
      outcome: expected.outcome,
      otherwise: expected.outcome === 'white',
      missing: expected.missing,
    });
    expect(decision.because.map((reason) => reason.row)).toEqual(expected.because);
  });

  it('names the rows that did not fire, those that lack least first', async () => {
    const { nearest } = await decideRuleSet(base, { noise: 'yes' });
    expect(nearest.map(({ row: id, unmet }) => [id, unmet])).toEqual([
      ['hurt', ['hurt']],
      ['knife', ['knife', 'threat']],
    ]);
  });

  it('names first what a known answer already speaks for, among the rows and among what is missing', async () => {
    const siege = both(is('knife', 'yes'), is('threat', 'yes'), is('locked', 'yes'));
    const rows = [...base.rows.slice(1), row('siege', siege, { outcome: 'black' })];
    const { nearest, missing } = await decideRuleSet({ ...base, rows }, { knife: 'yes' });
    expect(nearest.map(({ row: id }) => id)).toEqual(['siege', 'hurt', 'noise']);
    expect(missing).toEqual(['threat', 'locked', 'hurt', 'noise']);
  });

  it('decides nothing without an otherwise', async () => {
    const { otherwise: _otherwise, ...open } = base;
    expect(await decideRuleSet(open, {})).toMatchObject({
      outcome: null,
      outcomes: [],
      otherwise: false,
    });
  });
});

describe('a rule set of all hits', () => {
  it('decides every outcome once, and lacks what no row knows', async () => {
    const decision = await decideRuleSet(
      { ...base, hit: 'all' },
      { hurt: 'yes', noise: 'yes', knife: 'no' },
    );
    expect(decision).toMatchObject({
      outcome: 'orange',
      outcomes: ['orange', 'blue'],
      missing: [],
    });
    expect(await decideRuleSet({ ...base, hit: 'all' }, { hurt: 'yes' })).toMatchObject({
      outcomes: ['orange'],
      missing: ['knife', 'threat', 'noise'],
    });
  });
});

describe('a scored rule set', () => {
  it.each([
    {
      answers: { weapon: 'yes', threat: 'yes' },
      outcome: 'orange',
      score: 55,
      because: ['weapon', 'threat'],
    },
    { answers: { threat: 'yes' }, outcome: 'yellow', score: 25, because: ['threat'] },
    { answers: {}, outcome: 'green', score: 0, because: [] },
    { answers: { calm: 'yes' }, outcome: 'white', score: -40, because: ['calm'] },
    {
      answers: { weapon: 'yes', injury: 'serious' },
      outcome: 'red',
      score: 30,
      because: ['serious'],
    },
  ])('decides $outcome with $score from $answers because of $because', async (expected) => {
    const decision = await decideRuleSet(scored, expected.answers);
    expect(decision).toMatchObject({ outcome: expected.outcome, score: expected.score });
    expect(decision.because.map((reason) => reason.row)).toEqual(expected.because);
  });

  it('lacks nothing once an override has decided', async () => {
    expect((await decideRuleSet(scored, { injury: 'serious' })).missing).toEqual([]);
    expect((await decideRuleSet(scored, { injury: 'none' })).missing).toEqual([
      'weapon',
      'threat',
      'calm',
    ]);
  });
});

describe('a verdict', () => {
  it('decides rule sets in turn, and conditions from their outcomes', async () => {
    const second: RuleSet = {
      ...base,
      id: 'second',
      decides: 'urgent',
      rows: [row('red', is('colour', 'red'), { outcome: 1 })],
    };
    const conditions = [is('colour', 'red'), is('urgent', 1), is('open', 'x')];
    const { holds, decisions } = await verdict({
      conditions,
      ruleSets: [base, second],
      answers: { knife: 'yes', threat: 'yes' },
      key: 'a verdict',
    });
    expect(holds).toEqual([true, true, null]);
    expect(decisions.map(({ outcome }) => outcome)).toEqual(['red', 1]);
  });
});

describe('words that suggest facts', () => {
  const ruleSet: RuleSet = {
    ...base,
    suggest: [
      { fact: 'violence', words: ['打人', 'hit'], as: 'yes' },
      { fact: 'relation', words: ['wife', '妻子'], as: 'spouse' },
      { fact: 'relation', words: ['neighbour'], as: 'neighbour' },
    ],
  };

  it.each([
    [
      '丈夫打人，妻子受伤',
      [
        ['violence', 'yes', '打人'],
        ['relation', 'spouse', '妻子'],
      ],
    ],
    [
      'He HITS his Wife',
      [
        ['violence', 'yes', 'hit'],
        ['relation', 'spouse', 'wife'],
      ],
    ],
    [
      'ｗｉｆｅ of the neighbour',
      [
        ['relation', 'spouse', 'wife'],
        ['relation', 'neighbour', 'neighbour'],
      ],
    ],
    ['a midwife with white hair', []],
  ])('in %j are %j', (text, suggested) => {
    expect(suggestFacts(ruleSet, text).map(({ fact, as, word }) => [fact, as, word])).toEqual(
      suggested,
    );
  });
});
