import type { BadCase } from './bad-case.ts';
import { cases, grading, look, quick, sorting, sortingRow, straight, text, theft, words, yesNo } from './fragments.ts';

export const badRules: readonly BadCase[] = [
  {
    what: 'rule sets that there are not',
    change: {
      ...look({ decides: ['grading', 'gradin'] }),
      [words]: { settings: { 'priority-rules': 'urgenc' } },
    },
    problems: [
      `RUL001 ${words} settings.priority-rules`,
      `RUL011 rules/urgency/urgency.yaml hit`,
      `RUL001 ${theft} steps.look.decides.1`,
    ],
  },
  {
    what: 'ladders that there are not',
    change: {
      [theft]: { steps: { look: { late: 'quik', confirm: { late: 'quik' } } } },
      [words]: { settings: { 'second-person': { late: 'quik' } } },
    },
    problems: [
      `RUL002 ${words} settings.second-person.late`,
      `RUL002 ${theft} steps.look.confirm.late`,
      `RUL002 ${theft} steps.look.late`,
    ],
  },
  {
    what: 'outcomes that there are not',
    change: {
      ...sortingRow({ standard: 'thft' }),
      [grading]: {
        overrides: { hurt: { colour: 'rd' } },
        'cut-offs': { blu: 10 },
        otherwise: 'wite',
      },
    },
    problems: [
      `RUL010 ${sorting} rows.gone.standard`,
      `RUL010 ${grading} overrides.hurt.colour`,
      `RUL010 ${grading} cut-offs.blu`,
      `RUL016 ${grading} cut-offs.blu`,
      `RUL010 ${grading} otherwise`,
      `RUL018 ${grading} decides.colour.0`,
    ],
  },
  {
    what: 'a rule set without an otherwise',
    change: { [sorting]: { otherwise: null } },
    problems: [`RUL011 ${sorting} hit`],
  },
  {
    what: 'a row without an outcome, under another word',
    change: sortingRow({ standard: null, standart: 'theft' }),
    problems: [`RUL013 ${sorting} rows.gone.standart`, `RUL012 ${sorting} rows.gone`],
  },
  {
    what: 'lists that do not go with the hit',
    change: { [sorting]: { score: {}, 'cut-offs': {} } },
    problems: [`RUL014 ${sorting} score`, `RUL014 ${sorting} cut-offs`],
  },
  {
    what: 'a hit without its list',
    change: { [sorting]: { rows: null } },
    problems: [`RUL015 ${sorting} hit`, `SCN011 ${straight} then.0.because.0`],
  },
  {
    what: 'cut-offs from low to high',
    change: { [grading]: { 'cut-offs': { blue: 0, white: 10 } } },
    problems: [`RUL016 ${grading} cut-offs.white`],
  },
  {
    what: 'scores below every cut-off',
    change: { [grading]: { 'cut-offs': { white: 1 } } },
    problems: [`RUL017 ${grading} cut-offs.white`],
  },
  {
    what: 'an outcome that nothing leads to',
    change: {
      [grading]: { overrides: null },
      [cases]: { rows: [{ name: 'a', given: {}, then: 'white' }] },
    },
    problems: [`RUL018 ${grading} decides.colour.0`],
  },
  {
    what: 'rows and rungs that rest on nothing',
    change: { [sorting]: { basis: null }, [quick]: { rungs: { told: { basis: null } } } },
    problems: [
      `RUL019 ${quick} rungs.told`,
      `RUL019 ${sorting} rows.gone`,
      `RUL019 ${sorting} rows.worth`,
    ],
  },
  {
    what: 'a rule set without a title',
    change: { [sorting]: { title: null } },
    problems: [`RUL020 ${sorting} rules`],
  },
  {
    what: 'rungs out of order, and one that does nothing',
    change: { [quick]: { rungs: { told: { after: '20m', tell: null } } } },
    problems: [`RUL022 ${quick} rungs.told`, `RUL021 ${quick} rungs.more`],
  },
  {
    what: 'no ladder for steps that name none',
    change: { [quick]: { default: false } },
    problems: [`RUL023 ${quick}`],
  },
  {
    what: 'two ladders for steps that name none',
    change: {
      'rules/escalation/slow.yaml': {
        escalation: 'slow',
        title: text,
        default: true,
        rungs: { told: { tell: ['leader'], basis: 'assumed' } },
      },
    },
    problems: ['RUL024 rules/escalation/slow.yaml default'],
  },
  {
    what: 'words that suggest no answer, a wrong one, and a fact that there is not',
    change: {
      [sorting]: {
        suggest: {
          stolen: [{ words: ['gone'], as: 'maybe' }],
          value: { words: ['dear'] },
          valu: { words: ['cheap'] },
        },
      },
    },
    problems: [
      `VOC028 ${sorting} suggest.stolen.0.as`,
      `RUL025 ${sorting} suggest.value`,
      `VOC010 ${sorting} suggest.valu`,
    ],
  },
  {
    what: 'a row called by digits only',
    change: {
      [sorting]: { rows: { 7: { when: { stolen: 'no' }, standard: 'theft', because: text } } },
    },
    problems: [`RUL026 ${sorting} rows.7`],
  },
  {
    what: 'a row on a fact that no step of any standard asks',
    change: {
      [words]: { facts: { asleep: yesNo } },
      [sorting]: { rows: { gone: { when: { asleep: 'yes' } } } },
    },
    problems: [`RUL027 ${sorting} rows.gone.when.asleep`],
  },
  {
    what: 'one row scored and overriding',
    change: {
      [grading]: { overrides: { value: { when: { hurt: 'no' }, colour: 'red', because: text } } },
    },
    problems: [`RUL028 ${grading} overrides.value`],
  },
];
