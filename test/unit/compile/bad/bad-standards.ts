import type { BadCase } from './bad-case.ts';
import { close, desk, due, feedbacks, injury, look, scene, sorting, step, text, theft, unsorted, words, yesNo } from './fragments.ts';

const toInjury = {
  when: { stolen: 'no' },
  to: 'injury',
  direction: 'upward',
  approve: { by: 'leader' },
  because: text,
  basis: 'assumed',
};

export const badStandards: readonly BadCase[] = [
  {
    what: 'feedbacks out of order or without a limit',
    change: { [feedbacks]: { steps: { second: { after: 'met' }, third: { due: null } } } },
    problems: [`STD030 ${feedbacks} steps.third`, `STD029 ${feedbacks} steps.second.after`],
  },
  {
    what: 'a feedback that goes to nobody, or only sometimes to somebody',
    change: {
      [feedbacks]: {
        steps: { first: { tell: [] }, second: { tell: [{ who: 'leader', when: { stolen: 'yes' } }] } },
      },
    },
    problems: [`STD033 ${feedbacks} steps.first.tell`, `STD033 ${feedbacks} steps.second.tell`],
  },
  {
    what: 'a feedback that hangs on no anchor',
    change: { [feedbacks]: { steps: { first: { after: null, due: { after: 'report' } } } } },
    problems: [`STD034 ${feedbacks} steps.first`],
  },
  {
    what: 'a closing step that may be left out',
    change: { [close]: { steps: { close: { optional: true } } } },
    problems: [`STD031 ${close} steps.close`],
  },
  {
    what: 'facts that nobody asks where a switch and a start go by them',
    change: {
      [theft]: {
        facts: { kind: { ask: text, choice: 'standards' } },
        steps: { look: { starts: { procedure: 'unsorted', 'one-per': 'kind' } } },
        switch: { other: { to: { fact: 'kind' } } },
      },
    },
    problems: [
      `STD023 ${theft} steps.look.starts.one-per`,
      `STD023 ${theft} switch.other.to.fact`,
      `STD024 ${theft} facts.kind`,
    ],
  },
  {
    what: 'an override of a step that no part brings',
    change: { [theft]: { override: { sing: { crew: { officers: 2 } } } } },
    problems: [`STD001 ${theft} override.sing`],
  },
  {
    what: 'an order, a due and an end by names that there are not',
    change: {
      [theft]: {
        steps: {
          look: { after: ['met', 'tlak'], due: { after: 'mett' } },
          doctor: { after: { any: ['look', 'tlak'] }, due: '5m after lok' },
          watch: { until: 'closed' },
        },
      },
    },
    problems: [
      `STD002 ${theft} steps.look.due.after`,
      `STD002 ${theft} steps.look.after.1`,
      `STD002 ${theft} steps.doctor.due`,
      `STD002 ${theft} steps.doctor.after.any.1`,
      `STD002 ${theft} steps.watch.until`,
    ],
  },
  {
    what: 'a part that there is not',
    change: { [theft]: { parts: ['scene', 'desk', 'feedbacks', 'close', 'arive'] } },
    problems: [`STD003 ${theft} parts.4`],
  },
  {
    what: 'additions and switches to standards that there are not',
    change: {
      [theft]: {
        also: [{ when: { hurt: 'yes' }, standard: 'injry', basis: 'assumed' }],
        switch: { other: { to: 'injry' } },
      },
    },
    problems: [`STD004 ${theft} also.0.standard`, `STD004 ${theft} switch.other.to`],
  },
  {
    what: 'procedures that there are not, and a standard that is started as one',
    change: {
      ...look({ starts: [{ procedure: 'car' }, { procedure: 'injury' }] }),
      [words]: { settings: { unclassified: 'unsorte' } },
      [sorting]: { otherwise: 'theft' },
    },
    problems: [
      `STD005 ${words} settings.unclassified`,
      `STD005 ${theft} steps.look.starts.0.procedure`,
      `STD005 ${theft} steps.look.starts.1.procedure`,
    ],
  },
  {
    what: 'one step in two parts, and in a part and the standard',
    change: {
      [desk]: { 'handled-at': null, steps: { arrive: step } },
      [theft]: { steps: { third: step } },
    },
    problems: [`STD010 ${desk} steps.arrive`, `STD010 ${theft} steps.third`],
  },
  {
    what: 'steps named like a start of limits',
    change: { [unsorted]: { steps: { report: step, met: step } } },
    problems: [`STD011 ${unsorted} steps.report`, `STD011 ${unsorted} steps.met`],
  },
  {
    what: 'overrides that ask less and do not say why',
    change: {
      [theft]: {
        override: {
          sign: { due: { within: '2m' }, equipment: [] },
          arrive: {
            evidence: [],
            due: { ...due, within: '6m', after: 'dispatch' },
            optional: true,
          },
          third: { asks: [], when: { hurt: 'yes' } },
        },
      },
    },
    problems: [
      `STD012 ${theft} override.sign.equipment`,
      `STD012 ${theft} override.sign.due`,
      `STD012 ${theft} override.arrive.evidence`,
      `STD012 ${theft} override.arrive.due`,
      `STD012 ${theft} override.arrive.optional`,
      `STD012 ${theft} override.third.asks`,
      `STD012 ${theft} override.third.when`,
      `STD018 ${feedbacks} steps.third`,
      `STD019 ${theft} standard`,
    ],
  },
  {
    what: 'a step that the way of handling leaves out, waited for by the standard and counted from by a part',
    change: {
      [injury]: {
        parts: ['scene', 'desk', 'feedbacks', 'close'],
        steps: { see: { ...step, after: 'talk' } },
      },
      [close]: { steps: { close: { due: { within: '1h', after: 'talk' } } } },
    },
    problems: [`STD013 ${close} steps.close.due.after`, `STD013 ${injury} steps.see.after`],
  },
  {
    what: 'steps for a way of handling that the standard does not have, or that has none',
    change: {
      [injury]: { steps: { see: { ...step, 'handled-at': 'desk' } } },
      [unsorted]: { steps: { sort: { 'handled-at': 'scene' } } },
    },
    problems: [`STD014 ${injury} steps.see.handled-at`, `STD014 ${unsorted} steps.sort.handled-at`],
  },
  {
    what: 'an end before the start',
    change: { [injury]: { effective: { to: '2025-12-31' } } },
    problems: [`STD015 ${injury} effective.to`],
  },
  {
    what: 'a feedback too few and one twice',
    change: { [feedbacks]: { steps: { third: { feedback: 2 } } } },
    problems: [
      `STD017 ${feedbacks} steps.third.feedback`,
      `STD016 ${theft} standard`,
      `STD016 ${injury} standard`,
    ],
  },
  {
    what: 'a feedback that could be left undone',
    change: { [feedbacks]: { steps: { second: { optional: true } } } },
    problems: [`STD018 ${feedbacks} steps.second`],
  },
  {
    what: 'an anchor that one way of handling may not reach',
    change: { [desk]: { steps: { talk: { optional: true } } } },
    problems: [`STD019 ${theft} standard`],
  },
  {
    what: 'an anchor that nobody reaches',
    change: { [unsorted]: { steps: { sort: { after: 'met' } } } },
    problems: [`STD020 ${unsorted} steps.sort.after`],
  },
  {
    what: 'a standard that nothing closes',
    change: { [close]: { steps: { close: { closes: null } } } },
    problems: [`STD021 ${theft} standard`, `STD021 ${injury} standard`],
  },
  {
    what: 'a procedure that two steps close',
    change: { [unsorted]: { steps: { sort: { closes: true }, end: { ...step, closes: true } } } },
    problems: [`STD022 ${unsorted} steps.end.closes`],
  },
  {
    what: 'conditions and tables by a fact that nobody asks',
    change: {
      [theft]: { facts: { asleep: yesNo }, steps: { doctor: { when: { asleep: 'yes' } } } },
      [unsorted]: {
        facts: { awake: yesNo },
        steps: { sort: { due: { within: null, by: ['awake'], yes: '5m', no: '6m' } } },
      },
    },
    problems: [
      `STD023 ${theft} steps.doctor.when.asleep`,
      `STD024 ${theft} facts.asleep`,
      `STD023 ${unsorted} steps.sort.due.by.0`,
      `STD024 ${unsorted} facts.awake`,
    ],
  },
  {
    what: 'facts that are never asked, of a standard and of a part',
    change: { [theft]: { facts: { asleep: yesNo } }, [desk]: { facts: { awake: yesNo } } },
    problems: [`STD024 ${theft} facts.asleep`, `STD024 ${desk} facts.awake`],
  },
  {
    what: 'a step that hangs on a fact which it asks itself',
    change: {
      [theft]: {
        facts: { asleep: yesNo },
        steps: { doctor: { when: { asleep: 'yes' }, asks: ['asleep'] } },
      },
    },
    problems: [`STD025 ${theft} steps.doctor.when`],
  },
  {
    what: 'a part that no standard uses',
    change: { [theft]: { parts: ['scene', 'feedbacks', 'close'], 'handled-at': 'scene' } },
    problems: [`STD026 ${desk} part`],
  },
  {
    what: 'a standard that leads to itself',
    change: {
      [theft]: {
        also: [{ when: { hurt: 'yes' }, standard: 'theft', basis: 'assumed' }],
        switch: { other: { to: 'theft' } },
      },
    },
    problems: [`STD027 ${theft} also.0.standard`, `STD027 ${theft} switch.other.to`],
  },
  {
    what: 'one switch in a part and the standard',
    change: { [scene]: { switch: { other: toInjury } } },
    // The other user of the part is the standard that it leads to.
    problems: [`STD035 ${theft} switch.other`, `STD027 ${scene} switch.other.to`],
  },
  {
    what: 'facts that name no unit and no standard',
    change: {
      ...look({ binds: { handler: { unit: 'hurt' } } }),
      [theft]: {
        steps: { look: { binds: { handler: { unit: 'hurt' } } } },
        switch: { other: { to: { fact: 'hurt' } } },
      },
    },
    problems: [
      `STD028 ${theft} steps.look.binds.handler.unit`,
      `STD028 ${theft} switch.other.to.fact`,
    ],
  },
];
