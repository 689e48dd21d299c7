import type { BadCase } from './bad-case.ts';
import { desk, doctor, due, look, scene, step, theft, unsorted, watch } from './fragments.ts';

export const badSteps: readonly BadCase[] = [
  {
    what: 'limits that never begin: after the closing step, after what needs the agreement, in another way of handling',
    change: {
      [theft]: {
        steps: {
          look: { due: { after: 'close' } },
          doctor: { approve: { due: { within: '5m', after: 'rest', basis: 'assumed' } } },
          rest: { ...step, after: 'doctor' },
          ask: { ...step, 'handled-at': 'scene', due: { ...due, after: 'entry' } },
        },
      },
    },
    problems: [
      `STD041 ${theft} steps.look.due`,
      `STD041 ${theft} steps.doctor.approve.due`,
      `STD057 ${theft} steps.ask.due`,
    ],
  },
  {
    what: 'a reminder as long as the limit, and one before what is at once',
    change: {
      [theft]: {
        steps: {
          look: { due: { within: '2h' }, remind: ['half', '2h'] },
          doctor: { due: 'at once after look', remind: '5m', extend: null },
        },
      },
    },
    problems: [`STD059 ${theft} steps.look.remind`, `STD059 ${theft} steps.doctor.remind`],
  },
  {
    what: 'who corrects nothing, is not there, or is outside the bureau',
    change: {
      [theft]: {
        steps: {
          rest: { ...step, corrects: ['leader'] },
          ask: { ...step, asks: ['hurt'], corrects: ['leadr', 'caller'] },
        },
      },
    },
    problems: [
      `STD063 ${theft} steps.rest.corrects`,
      `VOC001 ${theft} steps.ask.corrects.0`,
      `STD054 ${theft} steps.ask.corrects.1`,
    ],
  },
  {
    what: 'extensions to less than the limit, or to the same',
    change: {
      [theft]: {
        steps: {
          look: { due: { within: '3d' }, extend: { by: 'leader', to: '3d', basis: 'assumed' } },
          doctor: { due: { within: '2h' }, extend: { to: '1h' } },
        },
      },
    },
    problems: [`STD060 ${theft} steps.look.extend.to`, `STD060 ${theft} steps.doctor.extend.to`],
  },
  {
    what: 'second persons asked from the opening of the step, and at once from the report',
    change: {
      [theft]: {
        steps: {
          look: { confirm: { due: { within: '5m', after: 'opening', basis: 'assumed' } } },
          doctor: { approve: { due: 'at once after report' } },
        },
      },
    },
    problems: [
      `STD064 ${theft} steps.look.confirm.due`,
      `STD064 ${theft} steps.doctor.approve.due`,
    ],
  },
  {
    what: 'a limit on holding a person that no holiday could move',
    change: look({ due: { within: '24h', custody: true } }),
    problems: [`STD061 ${theft} steps.look.due.custody`],
  },
  {
    what: 'steps that wait for one of another way of handling',
    change: {
      [theft]: {
        steps: {
          ask: { ...step, 'handled-at': 'scene', after: 'entry' },
          rest: { ...step, after: { any: ['entry', 'sign'] } },
        },
      },
    },
    problems: [
      `STD062 ${theft} steps.ask.after`,
      `STD062 ${theft} steps.rest.after`,
      `STD062 ${theft} steps.rest.after`,
    ],
  },
  {
    what: 'a step behind the closing step',
    change: { [theft]: { steps: { rest: { ...step, after: 'close' } } } },
    problems: [`STD056 ${theft} steps.rest.after`],
  },
  {
    what: 'keys that do nothing without a limit',
    change: {
      [theft]: {
        steps: {
          rest: {
            title: step.title,
            by: step.by,
            basis: step.basis,
            optional: true,
            remind: 'half',
            late: 'quick',
            extend: { by: 'leader', to: '1h', basis: 'assumed' },
          },
        },
      },
    },
    problems: [
      `STD058 ${theft} steps.rest.remind`,
      `STD058 ${theft} steps.rest.extend`,
      `STD058 ${theft} steps.rest.late`,
    ],
  },
  {
    what: 'steps that wait for each other, one by an anchor',
    change: {
      [desk]: { steps: { entry: { after: 'met' } } },
      [unsorted]: {
        steps: {
          one: { ...step, after: 'two' },
          two: { ...step, after: { any: ['sort', 'one'] } },
        },
      },
    },
    problems: [`STD040 ${desk} steps.entry.after`, `STD040 ${unsorted} steps.one.after`],
  },
  {
    what: 'limits that count from the step itself and from what comes after it',
    change: {
      [theft]: {
        steps: { look: { due: { after: 'doctor' } }, doctor: { due: { after: 'doctor' } } },
      },
      [unsorted]: { steps: { sort: { reaches: 'met', due: { after: 'met' } } } },
    },
    problems: [
      `STD041 ${theft} steps.look.due`,
      `STD041 ${theft} steps.doctor.due`,
      `STD041 ${unsorted} steps.sort.due`,
    ],
  },
  {
    what: 'a repetition until what waits for its end',
    change: { [theft]: { steps: { watch: { until: 'rest' }, rest: { ...step, after: 'watch' } } } },
    problems: [`STD042 ${theft} steps.watch.until`],
  },
  {
    what: 'a repetition without an end',
    change: watch({ until: null }),
    problems: [`STD043 ${theft} steps.watch.every`],
  },
  {
    what: 'an end without a repetition',
    change: look({ until: 'doctor' }),
    problems: [`STD044 ${theft} steps.look.until`],
  },
  {
    what: 'spans that do not follow on each other',
    change: watch({ every: ['4h', '1d for 2d'] }),
    problems: [`STD045 ${theft} steps.watch.every`, `STD045 ${theft} steps.watch.every`],
  },
  {
    what: 'a second person both before and after',
    change: doctor({ confirm: { by: 'leader' } }),
    problems: [`STD046 ${theft} steps.doctor.confirm`],
  },
  {
    what: 'a repeating step that is confirmed after each time',
    change: { [theft]: { steps: { watch: { confirm: { by: 'leader' } } } } },
    problems: [`STD055 ${theft} steps.watch.confirm`],
  },
  {
    what: 'a required step without a limit, and none for an optional one',
    change: {
      [unsorted]: {
        steps: { sort: { due: null }, more: { ...step, due: undefined, optional: true } },
      },
    },
    problems: [`STD047 ${unsorted} steps.sort`],
  },
  {
    what: 'a duty that rests on nothing',
    change: { [unsorted]: { steps: { sort: { basis: null } } } },
    problems: [`STD048 ${unsorted} steps.sort`],
  },
  {
    what: 'numbers that rest on nothing, or in short form would seem to rest on law',
    change: {
      [theft]: {
        steps: {
          look: { due: '1h after met' },
          doctor: { due: { basis: null }, extend: { basis: null } },
        },
      },
    },
    problems: [
      `STD049 ${theft} steps.look.due`,
      `STD049 ${theft} steps.doctor.due`,
      `STD049 ${theft} steps.doctor.extend.to`,
    ],
  },
  {
    what: 'a table with holes, and with values that there are not',
    change: {
      [scene]: {
        steps: { arrive: { due: { 1: { town: '5m', land: null, lant: '5m' }, 4: null, 5: '1h' } } },
      },
    },
    problems: [
      `STD051 ${scene} steps.arrive.due.5`,
      `STD051 ${scene} steps.arrive.due.1.lant`,
      `STD050 ${scene} steps.arrive.due`,
    ],
  },
  {
    what: 'a table by a fact of which there is no end of values',
    change: look({ due: { within: null, by: ['value'], 1: '5m' } }),
    problems: [`STD052 ${theft} steps.look.due.by.0`],
  },
  {
    what: 'a table by a fact that there is not, whose reminder is not to blame',
    change: look({ due: { within: null, by: ['colours'], red: '5m' }, remind: ['2m'] }),
    problems: [`VOC010 ${theft} steps.look.due.by.0`],
  },
  {
    what: 'a limit from a proposal where nothing is proposed',
    change: look({ due: { after: 'proposed' } }),
    problems: [`STD053 ${theft} steps.look.due.after`],
  },
  {
    what: 'a caller who is to act',
    change: look({ by: 'caller' }),
    problems: [`STD054 ${theft} steps.look.by`],
  },
];
