import { and, not, or, stateIn } from 'xstate';
import type { After, ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { Truth } from '../model/condition.ts';
import { readAfter } from '../procedure/read-after.ts';
import { correctableEnds, stateId } from './machine-config.ts';

/** The machine's knowledge from outside: the truth of each numbered condition. Never a fact. */
export interface MachineContext {
  readonly holds: readonly Truth[];
}

/** A guard as XState takes it: a predicate on the context, or one of its own combinators, which its types keep apart. */
export type Guard = object;

/** The parts of guards: XState's combinators, or the text of them where the machine is exported. */
export interface GuardWords<G> {
  readonly always: G;
  readonly never: G;
  readonly all: (guards: readonly G[]) => G;
  readonly any: (guards: readonly G[]) => G;
  readonly not: (guard: G) => G;
  readonly inState: (id: string) => G;
  /** Holds where the truth of a numbered condition is among these; one that was not told yet is unknown. */
  readonly truth: (condition: number, among: readonly Truth[]) => G;
}

const told = (test: (holds: MachineContext['holds']) => boolean): Guard => {
  return ({ context }: { readonly context: MachineContext }) => test(context.holds);
};

const ofXState: GuardWords<Guard> = {
  always: told(() => true),
  never: told(() => false),
  all: (guards) => and(guards as never),
  any: (guards) => or(guards as never),
  not: (guard) => not(guard as never),
  inState: (id) => stateIn(`#${id}`),
  truth: (condition, among) => told((holds) => among.includes(holds[condition] ?? null)),
};

/** The guards that `machineConfig` names. */
export const guardsOf = (spec: ProcedureSpec): Readonly<Record<string, Guard>> =>
  guardsIn(spec, ofXState);

/** The same guards in other words. */
export const guardsIn = <G>(
  spec: ProcedureSpec,
  given: GuardWords<G>,
): Readonly<Record<string, G>> => {
  const words = simplified(given);
  const others = Object.values(spec.steps).filter(({ id }) => id !== spec.closing);
  const guards: Record<string, G> = {
    'nothing is left to do':
      spec.closing === undefined
        ? words.all(Object.values(spec.steps).flatMap((step) => leaving(step, words)))
        : inState(spec.closing, 'done', words),
    'nothing else is left to do': words.all(others.flatMap((step) => leaving(step, words))),
  };
  for (const step of Object.values(spec.steps)) {
    Object.assign(guards, stepGuards(spec, step, words));
  }
  return guards;
};

const inState = <G>(step: string, state: string, words: GuardWords<G>): G =>
  words.inState(stateId(step, state));

/** The guards that have to hold of a step before the whole may end. A step that may be left undone need not. */
const leaving = <G>(step: StepSpec, words: GuardWords<G>): readonly G[] => {
  const { id, approve, confirm, optional } = step;
  const unsettled = [
    ...(optional || confirm === undefined ? [] : ['unconfirmed']),
    // A correction of an agreed step has to be judged first, also where the step may be left undone.
    ...(approve === undefined ? [] : correctableEnds.map((end) => `${end}:correcting`)),
  ];
  const all = [
    ...(optional ? [] : [inState(id, 'ended', words)]),
    ...unsettled.map((state) => words.not(inState(id, state, words))),
  ];
  return optional ? all : [words.all(all)];
};

const stepGuards = <G>(
  spec: ProcedureSpec,
  step: StepSpec,
  words: GuardWords<G>,
): Readonly<Record<string, G>> => {
  const { id } = step;
  const ready = precededBy(spec, step.after, words);
  const needed = (...among: readonly Truth[]): G => {
    if (step.when !== undefined) return words.truth(step.when, among);
    return among.includes(true) ? words.always : words.never;
  };
  const closed = inState('incident', 'closed', words);
  const over = repeatsNoMore(spec, step, words);
  return {
    [`${id} may open`]: words.all([ready, needed(true)]),
    [`${id} is undecided`]: words.all([ready, needed(null)]),
    [`${id} is not needed`]: needed(false),
    [`${id} is left at closing`]: closed,
    [`${id} is needed again`]: words.all([
      words.not(closed),
      needed(true, null),
      ...(step.repeat === undefined ? [] : [words.not(over)]),
    ]),
    [`${id} repeats no more`]: over,
    // A repetition whose end has come already need not begin, and counts as not done.
    [`${id} is over before it begins`]: words.all([ready, needed(true), over]),
  };
};

const repeatsNoMore = <G>(spec: ProcedureSpec, { repeat }: StepSpec, words: GuardWords<G>): G => {
  if (repeat === undefined) return words.never;
  const { untilHolds } = repeat;
  return words.any([
    ...(repeat.until === undefined ? [] : [precededBy(spec, repeat.until, words)]),
    ...(untilHolds === undefined ? [] : [words.truth(untilHolds, [true])]),
  ]);
};

/** Holds where all that an `after` names has ended. Doing or deviating reaches an anchor; being released does not. */
const precededBy = <G>(spec: ProcedureSpec, after: After, words: GuardWords<G>): G =>
  readAfter<G>(spec, after, {
    ended: (step) => inState(step, 'ended', words),
    reached: (steps) =>
      words.any(
        steps.flatMap((step) => [inState(step, 'done', words), inState(step, 'deviated', words)]),
      ),
    all: words.all,
    any: words.any,
  });

/** Of none all are true and not any; of one it is that one. */
const simplified = <G>(words: GuardWords<G>): GuardWords<G> => ({
  ...words,
  all: (guards) => (guards.length > 1 ? words.all(guards) : (guards[0] ?? words.always)),
  any: (guards) => (guards.length > 1 ? words.any(guards) : (guards[0] ?? words.never)),
});
