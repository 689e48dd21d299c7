import { describe, expect, it } from 'vitest';
import {
  procedureMachine,
  type MachineEvent,
  type StepEvent,
} from '../../../src/machine/procedure-machine.ts';
import { freshRow } from '../../../src/procedure/row-of.ts';
import type { ProcedureTable } from '../../../src/model/procedure-table.ts';
import type { Pending, StepRow, StepStatus } from '../../../src/model/step-row.ts';
import type { ProcedureSpec, StepSpec } from '../../../src/model/procedure-spec.ts';
import { smallSpec } from './small-release.ts';

const events: readonly StepEvent[] = [
  'do',
  'propose',
  'agree',
  'reject',
  'deviate',
  'reopen',
  'next',
  'supersede',
];

const pending = (kind: Pending['kind']): { readonly pending: Pending } => ({
  pending: {
    kind,
    by: 'a',
    unit: 'u',
    proposed: 0,
    happened: 0,
    judge: 'leader',
    late: 'second',
    facts: {},
    evidence: [],
  },
});

const base = smallSpec('orders');
const plain = base.steps['ring'] as StepSpec;
const second = { by: 'leader', late: 'second' };
const every = [{ limit: { kind: 'exact', milliseconds: 60_000 } }] as const;

// One step of each shape, and one beside it that is never touched.
const shapes: Readonly<Record<string, StepSpec>> = {
  plain,
  approved: { ...plain, approve: second },
  confirmed: { ...plain, confirm: second },
  repeated: { ...plain, repeat: { every } },
};

const specOf = (step: StepSpec): ProcedureSpec => ({
  ...base,
  order: ['ring', 'other'],
  steps: { ring: step, other: { ...plain, id: 'other' } },
});

const tableOf = (spec: ProcedureSpec, row: Partial<StepRow>): ProcedureTable => ({
  rows: {
    ring: { ...freshRow('ring'), ...row },
    other: { ...freshRow('other'), status: 'open', opened: 0 },
  },
  holds: spec.conditions.map(() => null),
  report: 0,
  tableKeys: {},
});

const become = (
  shape: string,
  row: Partial<StepRow>,
  event: MachineEvent,
): StepStatus | 'refused' => {
  const spec = specOf(shapes[shape] ?? plain);
  const transition = procedureMachine(spec).transition(tableOf(spec, row), event);
  if (!transition.accepted) return 'refused';
  expect(transition.statuses['other']).toBe('open');
  return transition.statuses['ring'] ?? 'refused';
};

const open = { status: 'open', opened: 0 } as const;
const rests: Readonly<Record<string, Partial<StepRow>>> = {
  open,
  proposed: { ...open, ...pending('approve') },
  'dated back': { ...open, ...pending('back-dating') },
  deviating: { ...open, ...pending('deviation') },
  between: { status: 'between' },
  done: { status: 'done' },
  unconfirmed: { status: 'done', ...pending('confirm') },
  deviated: { status: 'deviated' },
  superseded: { status: 'superseded' },
};

// Everything that is allowed; all else is refused.
const allowed: Readonly<
  Record<string, Readonly<Record<string, Partial<Record<StepEvent, StepStatus>>>>>
> = {
  plain: {
    open: { do: 'done', propose: 'open', deviate: 'open', supersede: 'superseded' },
    proposed: { agree: 'done', reject: 'open', supersede: 'superseded' },
    'dated back': { agree: 'done', reject: 'open', supersede: 'superseded' },
    deviating: {
      agree: 'deviated',
      reject: 'open',
      do: 'done',
      propose: 'open',
      supersede: 'superseded',
    },
    done: { reopen: 'open' },
    deviated: { reopen: 'open' },
    superseded: {},
  },
  approved: {
    open: { propose: 'open', deviate: 'open', supersede: 'superseded' },
    proposed: { agree: 'done', reject: 'open', supersede: 'superseded' },
    deviating: { agree: 'deviated', reject: 'open', propose: 'open', supersede: 'superseded' },
  },
  confirmed: {
    open: { do: 'done', propose: 'open', deviate: 'open', supersede: 'superseded' },
    unconfirmed: { agree: 'done', reject: 'open', reopen: 'open' },
    done: { reopen: 'open' },
  },
  repeated: {
    open: {
      do: 'between',
      propose: 'open',
      deviate: 'open',
      next: 'open',
      supersede: 'superseded',
    },
    proposed: { agree: 'between', reject: 'open', next: 'open', supersede: 'superseded' },
    between: { next: 'open', supersede: 'superseded' },
    deviated: { reopen: 'open' },
  },
};

describe.each(Object.keys(allowed))('a %s step', (shape) => {
  describe.each(Object.keys(allowed[shape] ?? {}))('that is %s', (rest) => {
    it.each(events)('on `%s` becomes what it may, or refuses', (event) => {
      const to = allowed[shape]?.[rest]?.[event] ?? 'refused';
      expect(become(shape, rests[rest] ?? {}, { type: event, step: 'ring' })).toBe(to);
    });
  });
});

describe('the truth of its condition moves a step', () => {
  const conditional: ProcedureSpec = {
    ...specOf({ ...plain, when: 0 }),
    conditions: [{ kind: 'all', of: [] }],
  };
  const machine = procedureMachine(conditional);
  const after = (row: Partial<StepRow>, truth: boolean | null): StepStatus | 'refused' => {
    const transition = machine.transition(tableOf(conditional, row), {
      type: 'truths',
      holds: [truth],
    });
    if (!transition.accepted) return 'refused';
    expect(transition.statuses['other']).toBe('open');
    return transition.statuses['ring'] ?? 'refused';
  };

  it.each([
    ['waiting', true, 'open'],
    ['waiting', null, 'undecided'],
    ['waiting', false, 'not-needed'],
    ['undecided', true, 'open'],
    ['undecided', null, 'undecided'],
    ['undecided', false, 'not-needed'],
    ['open', false, 'not-needed'],
    ['open', null, 'open'],
    ['not-needed', true, 'open'],
    ['not-needed', null, 'undecided'],
    ['done', false, 'done'],
    ['deviated', false, 'deviated'],
    ['superseded', true, 'superseded'],
  ] as const)('%s, %s → %s', (status, truth, to) => {
    expect(after({ status }, truth)).toBe(to);
  });
});
