import type { BadCase } from './bad-case.ts';
import { cases, scenarioThen, scenarioWhen, straight, theft } from './fragments.ts';

export const badScenarios: readonly BadCase[] = [
  {
    what: 'acts, checks and dues before the report; that something happened before it may be tried',
    change: {
      [straight]: {
        when: [
          { at: '2026-03-01T07:59', handler: 'close', happened: '2026-02-01T08:00' },
          { at: '+1m', handler: 'close', happened: '2026-02-01T08:00' },
        ],
        then: [
          { at: '2026-03-01T00:00+08:00', due: { look: '2026-02-01T00:00' } },
          { at: '+1m', overdue: { look: '2026-02-01T00:00' } },
        ],
      },
    },
    problems: [
      `SCN022 ${straight} when.0.at`,
      `SCN022 ${straight} then.0.at`,
      `SCN022 ${straight} then.0.due.look`,
      `SCN022 ${straight} then.1.overdue.look`,
    ],
  },
  {
    what: 'steps that there are not, where they are judged and where a refusal names them',
    change: {
      [straight]: {
        when: [
          { at: '+1m', leader: 'docter', act: 'agree' },
          { at: '+1m', leader: 'other', act: 'reject' },
          { at: '+2m', handler: 'close', refused: { code: 'steps-open', open: ['lok'] } },
        ],
      },
    },
    problems: [`SCN003 ${straight} when.0.leader`, `SCN003 ${straight} when.2.refused.open.0`],
  },
  {
    what: 'cases of a rule set that there is not',
    change: { [cases]: { cases: 'gradng' } },
    problems: [`SCN001 ${cases} cases`],
  },
  {
    what: 'a case with an outcome, a reason and facts that there are not',
    change: {
      [cases]: {
        rows: [
          {
            name: 'a',
            given: { hurd: 'yes', hurt: 'maybe' },
            then: ['red', 'pink'],
            because: ['hurd'],
            missing: ['vale'],
          },
        ],
      },
    },
    problems: [
      `SCN004 ${cases} rows.0.given.hurd`,
      `VOC028 ${cases} rows.0.given.hurt`,
      `SCN012 ${cases} rows.0.then`,
      `SCN011 ${cases} rows.0.because.0`,
      `SCN004 ${cases} rows.0.missing.0`,
    ],
  },
  {
    what: 'a report by a channel, from a zone, handled in a way, on facts that there are not',
    change: {
      [straight]: {
        given: {
          report: { channel: '111', zone: 'twn', 'handled-at': 'phone' },
          confirmed: { stollen: 'yes' },
        },
      },
    },
    problems: [
      `SCN008 ${straight} given.report.channel`,
      `SCN009 ${straight} given.report.zone`,
      `SCN010 ${straight} given.report.handled-at`,
      `SCN004 ${straight} given.confirmed.stollen`,
    ],
  },
  {
    what: 'a scenario of a procedure that there is not',
    change: { [straight]: { given: { procedure: 'thef' }, when: [], then: [{ at: '+0m', closed: false }] } },
    problems: [`SCN010 ${straight} given.report.handled-at`, `SCN002 ${straight} given.procedure`],
  },
  {
    what: 'somebody who is not, doing what there is not',
    change: scenarioWhen({
      at: '+1m',
      'scene-offcer': 'lok',
      with: { hurd: 'yes' },
      evidence: ['foto'],
      reason: 'unsfe',
    }),
    problems: [
      `SCN005 ${straight} when.0.scene-offcer`,
      `SCN003 ${straight} when.0.scene-offcer`,
      `SCN025 ${straight} when.0.reason`,
      `SCN004 ${straight} when.0.with.hurd`,
      `SCN006 ${straight} when.0.evidence.0`,
      `SCN007 ${straight} when.0.reason`,
    ],
  },
  {
    what: 'equipment that there is not, and a role handed over that there is not',
    change: scenarioWhen({ at: '+1m', leader: 'lok', act: 'hand-over', equipment: ['camra'] }),
    problems: [`SCN025 ${straight} when.0.equipment`, `SCN026 ${straight} when.0`, `SCN005 ${straight} when.0.leader`, `SCN013 ${straight} when.0.equipment.0`],
  },
  {
    what: 'a switch to what there is not',
    change: scenarioWhen({ at: '+1m', leader: 'injry', act: 'switch' }),
    problems: [`SCN002 ${straight} when.0.leader`],
  },
  {
    what: 'results that there are not',
    change: scenarioThen({
      at: '+1m',
      chosen: 'thft',
      because: ['gon'],
      done: 'lok',
      open: ['doctr'],
      told: ['leadr'],
      decided: { color: 'red' },
      missing: ['hurd'],
      due: { lok: '+1m' },
      overdue: { lok: '+1m' },
      occurrence: { lok: 2 },
      reminded: 'lok',
      between: ['lok'],
    }),
    problems: [
      `SCN003 ${straight} then.0.done`,
      `SCN003 ${straight} then.0.open.0`,
      `SCN003 ${straight} then.0.between.0`,
      `SCN003 ${straight} then.0.reminded`,
      `SCN003 ${straight} then.0.due.lok`,
      `SCN003 ${straight} then.0.overdue.lok`,
      `SCN003 ${straight} then.0.occurrence.lok`,
      `SCN004 ${straight} then.0.missing.0`,
      `SCN005 ${straight} then.0.told.0`,
      `SCN002 ${straight} then.0.chosen`,
      `SCN011 ${straight} then.0.because.0`,
      `SCN001 ${straight} then.0.decided.color`,
    ],
  },
  {
    what: 'a line that expects nothing, and keys that say something of what the line does not name',
    change: {
      [straight]: {
        then: [
          { at: '+1m' },
          { at: '+1m', because: ['gone'], missing: ['hurt'], 'late-by': '1m', closed: false },
          { at: '+1m', decided: { colour: 'red', priority: 1 }, because: [] },
          { at: '+1m', 'not-late': [], rung: 'tlod', decided: { colour: 'rde' } },
        ],
      },
    },
    problems: [
      `SCN029 ${straight} then.0`,
      `SCN023 ${straight} then.1.because`,
      `SCN023 ${straight} then.1.missing`,
      `SCN023 ${straight} then.1.late-by`,
      `SCN024 ${straight} then.2.because`,
      `SCN016 ${straight} then.3.rung`,
      `SCN012 ${straight} then.3.decided.colour`,
      `SCN028 ${straight} then.3.not-late`,
    ],
  },
  {
    what: 'that a step without a limit is not late',
    change: { [theft]: { steps: { look: { due: null, confirm: null } } }, ...scenarioThen({ at: '+1m', 'not-late': 'look' }) },
    problems: [`STD047 ${theft} steps.look`, `SCN027 ${straight} then.0.not-late`],
  },
  {
    what: 'words that the act of their line does not look at, and refusals that there are not',
    change: {
      [straight]: {
        when: [
          { at: '+1m', leader: 'look', act: 'agree', evidence: ['photo'] },
          { at: '+2m', leader: 'handler', act: 'hand-over', to: { person: 'x' } },
          { at: '+3m', handler: 'look', refused: 'step-not-opn' },
          { at: '+3m', handler: 'look', refused: { code: 'steps-opn', opne: [] } },
        ],
      },
    },
    problems: [
      `SCN025 ${straight} when.0.evidence`,
      `SCN026 ${straight} when.1`,
      `SCN014 ${straight} when.2.refused`,
      `SCN014 ${straight} when.3.refused.code`,
      `SCN015 ${straight} when.3.refused.opne`,
    ],
  },
  {
    what: 'a line in which nobody acts',
    change: scenarioWhen({ at: '+1m', with: { hurt: 'yes' } }),
    problems: [`SCN020 ${straight} when.0`],
  },
  {
    what: 'a line in which two act',
    change: scenarioWhen({ at: '+1m', operator: 'dispatch', leader: 'look' }),
    problems: [`SCN021 ${straight} when.0.leader`],
  },
];
