import { publishedDays } from '../../../../src/compile/published-days.ts';
import type { BadCase } from './bad-case.ts';
import { desk, doctor, grading, injury, look, quick, sorting, step, text, theft, words } from './fragments.ts';

const lastPublishedDay = Date.parse(`${publishedDays().until}T00:00:00Z`);
const year = (instant: number) => new Date(instant).getUTCFullYear();

export const badVocabulary: readonly BadCase[] = [
  {
    what: 'a step by a role that there is not',
    change: look({ by: 'handlr' }),
    problems: [`VOC001 ${theft} steps.look.by`],
  },
  {
    what: 'a role that is another role which there is not, in a way which there is not',
    change: { [words]: { roles: { handler: { is: { desc: 'desk-oficer' } } } } },
    problems: [`VOC006 ${words} roles.handler.is.desc`, `VOC001 ${words} roles.handler.is.desc`],
  },
  {
    what: 'telling, binding, extending and agreeing by roles that there are not',
    change: look({
      tell: ['leadr', { who: 'leadr' }],
      binds: { leadr: 'doer' },
      extend: { by: 'leadr', to: '1mo', basis: 'assumed' },
      confirm: { by: 'leadr' },
    }),
    problems: [
      `VOC001 ${theft} steps.look.extend.by`,
      `VOC001 ${theft} steps.look.confirm.by`,
      `VOC001 ${theft} steps.look.binds.leadr`,
      `VOC001 ${theft} steps.look.tell.0`,
      `VOC001 ${theft} steps.look.tell.1.who`,
    ],
  },
  {
    what: 'a ladder that tells a role that there is not',
    change: { [quick]: { rungs: { told: { tell: ['leadr'] } } } },
    problems: [`VOC001 ${quick} rungs.told.tell.0`],
  },
  {
    what: 'evidence that there is not',
    change: look({ evidence: ['foto'] }),
    problems: [`VOC002 ${theft} steps.look.evidence.0`],
  },
  {
    what: 'equipment that there is not',
    change: look({ equipment: ['camra'] }),
    problems: [`VOC003 ${theft} steps.look.equipment.0`],
  },
  {
    what: 'a law that there is not, for the duty and for the number',
    change: look({ basis: ['law-1', 'law-2'], due: { basis: 'law-3' } }),
    problems: [`VOC004 ${theft} steps.look.basis.1`, `VOC004 ${theft} steps.look.due.basis`],
  },
  {
    what: 'a category that there is not',
    change: { [theft]: { category: 'propery' } },
    problems: [`VOC005 ${theft} category`],
  },
  {
    what: 'a way of handling that there is not, in a part',
    change: { [desk]: { 'handled-at': ['desk', 'phone'] } },
    problems: [`VOC006 ${desk} handled-at.1`],
  },
  {
    what: 'an anchor that there is not',
    change: { [theft]: { steps: { look: { reaches: 'cleard' } } } },
    problems: [`VOC007 ${theft} steps.look.reaches`],
  },
  {
    what: 'a kind of protected person that there is not',
    change: { [theft]: { protects: ['victm'] } },
    problems: [`VOC008 ${theft} protects.0`],
  },
  {
    what: 'a calendar that there is not',
    change: { [words]: { settings: { calendar: 'theirs' } } },
    problems: [`VOC009 ${words} settings.calendar`],
  },
  {
    what: 'a day that a calendar has off and worked',
    change: {
      [words]: {
        calendars: {
          ours: { holidays: ['2026-10-09', '2026-10-10'], workdays: ['2026-10-10'] },
        },
      },
    },
    problems: [`VOC035 ${words} calendars.ours.workdays.0`],
  },
  {
    what: 'published holidays that end before a limit in days',
    change: {},
    now: lastPublishedDay,
    problems: [`VOC037 ${words} calendars.ours.published`],
  },
  {
    what: 'a limit in days that ends in a year whose days off are not published yet',
    change: {},
    now: lastPublishedDay - 17 * 86_400_000,
    problems: [],
  },
  {
    what: 'a limit in days that ends with the last published day, and later days written by hand',
    change: {
      [words]: { calendars: { ours: { holidays: [`${year(lastPublishedDay) + 1}-01-01`] } } },
    },
    now: lastPublishedDay,
    problems: [],
  },
  {
    what: 'the oldest report in working days and at once',
    change: { [words]: { settings: { 'oldest-report': '3wd' } } },
    problems: [`VOC036 ${words} settings.oldest-report`],
  },
  {
    what: 'facts that there are not, asked, read and counted by',
    change: look({
      asks: ['value', 'hurt', 'hight'],
      when: { hight: 'yes' },
      starts: { 'one-per': 'hight' },
    }),
    problems: [
      `VOC010 ${theft} steps.look.when.hight`,
      `VOC010 ${theft} steps.look.asks.2`,
      `VOC010 ${theft} steps.look.starts.one-per`,
    ],
  },
  {
    what: 'a setting that names a fact that there is not',
    change: { [words]: { settings: { facts: { zone: 'zon' } } } },
    problems: [`VOC010 ${words} settings.facts.zone`],
  },
  {
    what: 'a role bound by beat where no setting names the beat',
    change: { [words]: { roles: { guard: { title: text, bound: 'beat' } } } },
    problems: [`VOC033 ${words} settings.facts`],
  },
  {
    what: 'a beat that is decided by rules',
    change: { [words]: { settings: { facts: { beat: 'priority' } } } },
    problems: [`VOC034 ${words} settings.facts.beat`],
  },
  {
    what: 'a beat that is data about a person',
    change: {
      [words]: {
        facts: { home: { text: { max: 9 }, from: 'report', personal: true } },
        settings: { facts: { beat: 'home' } },
      },
    },
    problems: [`VOC034 ${words} settings.facts.beat`],
  },
  {
    what: 'how far a role sees that reaches nothing',
    change: { [words]: { roles: { guard: { title: text, bound: 'unit', sees: 'asked' } } } },
    problems: [`VOC040 ${words} roles.guard.sees`],
  },
  {
    what: 'a step by a role that only reads',
    change: {
      [words]: { roles: { watcher: { title: text, bound: 'centre', sees: 'reads' } } },
      ...look({ by: 'watcher' }),
    },
    problems: [`VOC041 ${theft} steps.look.by`],
  },
  {
    what: 'one word in two vocabulary files, and settings in both',
    change: {
      'standards/vocabulary/z.yaml': {
        vocabulary: 'z',
        evidence: { photo: text },
        settings: {},
      },
    },
    problems: [
      'VOC020 standards/vocabulary/z.yaml evidence.photo',
      'VOC020 standards/vocabulary/z.yaml settings',
    ],
  },
  {
    what: 'a choice without a label',
    change: { [theft]: { facts: { hurt: { choice: ['yes', 'maybe'] } } } },
    problems: [`VOC022 ${theft} facts.hurt.choice.1`],
  },
  {
    what: 'an outcome without a label',
    change: { [words]: { choices: { red: null } } },
    problems: [`VOC022 ${grading} decides.colour.0`],
  },
  {
    what: 'a fact without and a fact with two kinds of answer',
    change: {
      [theft]: {
        facts: { one: { ask: text }, two: { ask: text, text: { max: 9 }, time: true } },
        steps: { look: { 'may-ask': ['name', 'right-type', 'one', 'two'] } },
      },
    },
    problems: [`VOC023 ${theft} facts.one`, `VOC023 ${theft} facts.two`],
  },
  {
    what: 'a fact to be asked without a question',
    change: { [theft]: { facts: { hurt: { ask: null } } } },
    problems: [`VOC024 ${theft} facts.hurt`],
  },
  {
    what: 'one fact with two meanings in two standards',
    change: {
      [injury]: {
        facts: { hurt: { ask: text, choice: ['yes', 'no', 'won'] } },
        steps: { see: { ...step, asks: ['hurt'] } },
      },
    },
    problems: [`VOC025 ${injury} facts.hurt`],
  },
  {
    what: 'lengths that cannot be counted where they stand',
    change: {
      [words]: { settings: { grace: '1wd' } },
      [quick]: { rungs: { more: { after: '1mo' } } },
      [theft]: { steps: { look: { remind: '1wd' }, watch: { every: 'at once' } } },
    },
    problems: [
      `VOC026 ${quick} rungs.more.after`,
      `VOC026 ${words} settings.grace`,
      `VOC026 ${theft} steps.look.remind`,
      `VOC026 ${theft} steps.watch.every`,
    ],
  },
  {
    what: 'a number from more to less',
    change: {
      [theft]: { facts: { value: { number: { min: 9, max: 8 } } } },
      [sorting]: { rows: { worth: null } },
    },
    problems: [`VOC027 ${theft} facts.value.number`],
  },
  {
    what: 'values that a fact never has',
    change: doctor({
      when: { all: [{ hurt: 'yess' }, { result: { in: ['won', 'los'] } }, { channel: 110 }] },
    }),
    problems: [
      `VOC028 ${theft} steps.doctor.when.all.0.hurt`,
      `VOC028 ${theft} steps.doctor.when.all.1.result.in.1`,
      `VOC028 ${theft} steps.doctor.when.all.2.channel`,
    ],
  },
  {
    what: 'a standard that there is not, as a value',
    change: { [theft]: { switch: { other: { when: { 'right-type': 'injry' } } } } },
    problems: [`VOC028 ${theft} switch.other.when.right-type`],
  },
  {
    what: 'values of another kind than the answers',
    change: doctor({
      when: { any: [{ value: 'much' }, { value: { not: 100001 } }, { 'sent-unit': 7 }] },
    }),
    problems: [
      `VOC029 ${theft} steps.doctor.when.any.0.value`,
      `VOC029 ${theft} steps.doctor.when.any.1.value.not`,
      `VOC029 ${theft} steps.doctor.when.any.2.sent-unit`,
    ],
  },
  {
    what: 'more or less of what is no number',
    change: doctor({ when: { hurt: { 'at-least': 3 } } }),
    problems: [`VOC030 ${theft} steps.doctor.when.hurt.at-least`],
  },
  {
    what: 'conditions that say nothing',
    change: doctor({
      when: { all: [], any: 'hurt', not: { hurt: ['yes'] }, value: { least: 3 }, hurt: { in: [] } },
    }),
    problems: [
      `VOC031 ${theft} steps.doctor.when.hurt.in`,
      `VOC031 ${theft} steps.doctor.when.all`,
      `VOC031 ${theft} steps.doctor.when.any`,
      `VOC031 ${theft} steps.doctor.when.not.hurt`,
      `VOC031 ${theft} steps.doctor.when.value.least`,
    ],
  },
  {
    what: 'a condition on data about a person',
    change: doctor({ when: { name: 'Li' } }),
    problems: [`VOC032 ${theft} steps.doctor.when.name`],
  },
];
