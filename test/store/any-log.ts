import fc from 'fast-check';
import type { LogData } from '../../src/model/log-entry.ts';
import type { StepRow } from '../../src/model/step-row.ts';
import { reportedAt, started } from './log-of.ts';

// Few names and instants, so that entries meet: the same step again, a late mark on it, the same key twice.
const name = fc.constantFrom('a', 'b', 'c', 'd');
const role = fc.constantFrom('officer', 'leader', 'centre');
const instant = fc.integer({ min: 0, max: 20 }).map((minutes) => reportedAt + minutes * 60_000);
const optional = <K extends string, T>(key: K, of: fc.Arbitrary<T>) =>
  fc
    .option(of, { nil: undefined })
    .map((value) => (value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: T })));
const merged = <T extends object>(...parts: readonly fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as T);

const pending = merged<NonNullable<StepRow['pending']>>(
  fc.record({
    kind: fc.constantFrom('approve', 'confirm', 'deviation'),
    by: fc.constantFrom('p1', 'p2'),
    unit: fc.constant('east'),
    proposed: instant,
    happened: instant,
    judge: role,
    late: fc.constant('ladder'),
    facts: fc.constant({}),
    evidence: fc.constant([]),
  }),
  optional('due', instant),
  optional('lateAt', instant),
);

const stepRow = merged<StepRow>(
  fc.record({
    step: name,
    status: fc.constantFrom('waiting', 'open', 'open', 'open', 'done', 'missed', 'superseded'),
    occurrence: fc.integer({ min: 1, max: 3 }),
    fired: fc.constant([]),
  }),
  optional('due', instant),
  optional('lateAt', instant),
  optional('pending', pending),
);

const key = fc.constantFrom('k1', 'k2', 'k3');
const data: fc.Arbitrary<LogData> = fc.oneof(
  merged<LogData>(
    fc.record({
      kind: fc.constant('step'),
      procedure: fc.constantFrom('brawl', 'minor'),
      role,
      required: fc.boolean(),
      row: stepRow,
    }),
    optional('dueNow', instant),
  ),
  merged<LogData>(
    fc.record({ kind: fc.constant('fact'), fact: name, corrected: fc.boolean() }),
    fc.oneof(
      fc.record({ value: fc.oneof(fc.string(), fc.boolean(), fc.integer()) }),
      fc.record({ commitment: fc.constant('c') }),
    ),
  ),
  fc.record({
    kind: fc.constant('bound' as const),
    role,
    binding: merged<{ unit: string }>(
      fc.record({ unit: fc.constantFrom('east', 'west') }),
      optional('person', fc.constantFrom('p1', 'p2')),
      optional('also', fc.array(fc.constantFrom('east', 'west', 'north'), { maxLength: 2 })),
    ),
    why: fc.constant('step' as const),
  }),
  fc.record({
    kind: fc.constant('priority' as const),
    from: fc.constant(2),
    to: fc.integer({ min: 1, max: 4 }),
    why: fc.constant('rules' as const),
  }),
  fc.record({
    kind: fc.constant('reminded' as const),
    key,
    due: instant,
    tell: fc.array(role, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('late' as const),
    key,
    of: fc.constantFrom('step' as const, 'judgement' as const),
    due: instant,
    ladder: fc.constant('ladder'),
  }),
  fc.record({
    kind: fc.constant('told' as const),
    who: role,
    what: fc.constantFrom('done' as const, 'rejected' as const),
  }),
  fc.record({
    kind: fc.constant('starts' as const),
    key,
    procedure: fc.constant('visits'),
    id: key,
  }),
  fc.record({
    kind: fc.constant('standard-added' as const),
    procedure: name,
    basis: fc.constant([]),
  }),
  fc.record({
    kind: fc.constant('standard-switched' as const),
    phase: fc.constantFrom(
      'proposed' as const,
      'done' as const,
      'agreed' as const,
      'rejected' as const,
    ),
    from: name,
    to: name,
  }),
  fc.record({ kind: fc.constant('joined' as const), report: name }),
  fc.record({
    kind: fc.constant('decided' as const),
    decision: fc.record({
      ruleSet: name,
      decides: name,
      outcome: fc.oneof(fc.string(), fc.constant(null)),
      outcomes: fc.constant([]),
      because: fc.constant([]),
      otherwise: fc.boolean(),
      missing: fc.constant([]),
      nearest: fc.constant([]),
    }),
  }),
  fc.constant({ kind: 'closed' as const }),
);

/** Any log that an incident may have: it begins with its start, and anything may follow. */
export const anyLog = fc
  .array(data, { maxLength: 40 })
  .map((rest): readonly LogData[] => [started(), ...rest]);

/** Where a log is cut into the batches that bring it. */
export const anyCuts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 });
