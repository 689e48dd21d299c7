import { and, not, or, stateIn } from 'xstate';
import type { After, ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { Truth } from '../model/condition.ts';
import { stateId } from './machine-config.ts';

/** What the machine is told from outside: the truth of each numbered condition. Never a fact. */
export interface MachineContext {
  readonly holds: readonly Truth[];
}

/** A guard as XState takes it: a predicate on the context, or one of its own combinators, which its types keep apart. */
export type Guard = object;

const told = (test: (holds: MachineContext['holds']) => boolean): Guard => {
  return ({ context }: { readonly context: MachineContext }) => test(context.holds);
};
const inState = (step: string, state: string): Guard => stateIn(`#${stateId(step, state)}`);
const negated = (guard: Guard): Guard => not(guard as never);
const always = told(() => true);
const never = told(() => false);

/** The guards that `machineConfig` names. */
export const guardsOf = (spec: ProcedureSpec): Readonly<Record<string, Guard>> => {
  const guards: Record<string, Guard> = {
    'nothing is left to do':
      spec.closing === undefined
        ? allOf(required(spec).map(settled))
        : inState(spec.closing, 'done'),
    'nothing else is left to do': allOf(
      required(spec)
        .filter(({ id }) => id !== spec.closing)
        .map(settled),
    ),
  };
  for (const step of Object.values(spec.steps)) Object.assign(guards, stepGuards(spec, step));
  return guards;
};

const required = (spec: ProcedureSpec): readonly StepSpec[] =>
  Object.values(spec.steps).filter((step) => !step.optional);

const settled = (step: StepSpec): Guard =>
  step.confirm === undefined
    ? ended(step.id)
    : allOf([ended(step.id), negated(inState(step.id, 'unconfirmed'))]);

const ended = (step: string): Guard => inState(step, 'ended');

const stepGuards = (spec: ProcedureSpec, step: StepSpec): Readonly<Record<string, Guard>> => {
  const { id } = step;
  const ready = precededBy(spec, step.after);
  const needed = (is: (truth: Truth) => boolean): Guard =>
    told((holds) => is(step.when === undefined ? true : (holds[step.when] ?? null)));
  const closed = inState('incident', 'closed');
  return {
    [`${id} may open`]: allOf([ready, needed((truth) => truth === true)]),
    [`${id} is undecided`]: allOf([ready, needed((truth) => truth === null)]),
    [`${id} is not needed`]: needed((truth) => truth === false),
    [`${id} is left at closing`]: closed,
    [`${id} is needed again`]: allOf([negated(closed), needed((truth) => truth !== false)]),
    [`${id} repeats no more`]: repeatsNoMore(spec, step),
  };
};

const repeatsNoMore = (spec: ProcedureSpec, { repeat }: StepSpec): Guard => {
  if (repeat === undefined) return never;
  const { untilHolds } = repeat;
  return anyOf([
    ...(repeat.until === undefined ? [] : [precededBy(spec, repeat.until)]),
    ...(untilHolds === undefined ? [] : [told((holds) => holds[untilHolds] === true)]),
  ]);
};

/** Whether what an `after` names has ended. An anchor is reached by doing (or deviating from), not by being released. */
const precededBy = (spec: ProcedureSpec, after: After): Guard => {
  switch (after.kind) {
    case 'step':
      return ended(after.step);
    case 'anchor':
      return anyOf(
        (spec.anchors[after.anchor] ?? []).flatMap((step) => [
          stateIn(`#${stateId(step, 'done')}`),
          stateIn(`#${stateId(step, 'deviated')}`),
        ]),
      );
    case 'all':
      return allOf(after.of.map((part) => precededBy(spec, part)));
    case 'any':
      return anyOf(after.of.map((part) => precededBy(spec, part)));
  }
};

const allOf = (guards: readonly Guard[]): Guard =>
  guards.length === 0 ? always : guards.length === 1 ? (guards[0] ?? always) : and(guards as never);

const anyOf = (guards: readonly Guard[]): Guard =>
  guards.length === 0 ? never : guards.length === 1 ? (guards[0] ?? never) : or(guards as never);
