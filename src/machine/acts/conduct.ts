import type { ActMessage } from '../../model/act.ts';
import type { Answers } from '../../model/condition.ts';
import type { Effect } from '../../model/effect.ts';
import type { Instant } from '../../model/instant.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { ProcedureState, ReportSummary } from '../../model/procedure-state.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { StartRequest } from '../../model/start-request.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Stepping } from '../step.ts';
import { steppingOf } from '../stepping-of.ts';
import { applyVerdict } from './apply-verdict.ts';
import { askUndecided } from './ask-undecided.ts';
import { begin } from './begin.ts';
import { addStandard, switchStandard } from './change-standard.ts';
import { joinReport } from './join-report.ts';
import { passTime } from './pass-time.ts';
import { aboutEffect, note, withoutEffect, withState, type Progress } from './progress.ts';
import { refuse } from '../../procedure/refuse.ts';
import { refuseClosing } from './refuse-closing.ts';
import { sendNextUnit } from './send-next-unit.ts';
import { takeAct } from './take-act.ts';
import { toDecideAnew, toDecideAtBegin, toDecideFor, type ToDecide } from './to-decide.ts';

/**
 * Something that happens in a procedure, up to what it comes to. It stops where something has to be decided and goes on
 * with the verdict; most acts need none, and are over at once. The workflow and the simulator conduct the same: they
 * differ only in the time that they hand in and in how they decide. Nothing here is kept between calls.
 */
export type Conducting<T> = Generator<ToDecide, T, Verdict>;

/** A host's way of deciding; at once where it knows the verdict already. */
export type Decide = (question: ToDecide) => Verdict | Promise<Verdict>;

/** Carries something through with a host's way of deciding; it is a promise only where a verdict has to be waited for. */
export const conducted = <T>(conducting: Conducting<T>, decide: Decide): T | Promise<T> => {
  let at = conducting.next();
  while (at.done !== true) {
    const verdict = decide(at.value);
    if ('then' in verdict) return goOn(conducting, verdict, decide);
    at = conducting.next(verdict);
  }
  return at.value;
};

const goOn = async <T>(
  conducting: Conducting<T>,
  first: Promise<Verdict>,
  decide: Decide,
): Promise<T> => {
  let awaited: Verdict | Promise<Verdict> = first;
  for (;;) {
    const answer = await Promise.resolve(awaited).then(
      (verdict) => () => conducting.next(verdict),
      (error: unknown) => () => conducting.throw(error),
    );
    const at = answer();
    if (at.done === true) return at.value;
    awaited = decide(at.value);
  }
};

/** Begins a procedure. */
export function* conductBegin(on: Stepping, start: StartRequest): Conducting<Progress> {
  const verdict = yield toDecideAtBegin(on.spec, start.report.facts);
  return yield* settle(begin(on, start, verdict));
}

/** Joins a report to a procedure that runs. */
export function* conductJoin(
  progress: Progress,
  report: ReportSummary,
  salt: string,
): Conducting<Progress> {
  const joined = joinReport(progress, report, salt);
  const verdict = yield toDecideAnew(joined.on.spec, joined.state.answers);
  return yield* settle(applyVerdict(joined, verdict, { at: progress.now }));
}

/** Takes an act or refuses it. The time before it passes first, so that what it comes after is written before it. */
export function* conductAct(
  from: Progress,
  message: ActMessage,
): Conducting<{ readonly refusal: Refusal } | { readonly progress: Progress }> {
  const before = yield* pass(from, Math.min(message.happened, from.now));
  const refusal = refuse(before.on.spec, before.state, message);
  if (refusal !== undefined) return { refusal };
  const question = toDecideFor(before.on.spec, before.state, message);
  const verdict = question && (yield question);
  const closing = verdict && refuseClosing(before, message, verdict);
  if (closing !== undefined) return { refusal: closing };
  return { progress: yield* settle(takeAct(before, message, verdict)) };
}

/** Lets time pass, decides anew until nothing changes by itself any more, and asks what nobody would be asked otherwise. */
export function* settle(progress: Progress): Conducting<Progress> {
  const passed = yield* pass(progress);
  return askUndecided(passed, passed.now);
}

function* pass(progress: Progress, until?: Instant): Conducting<Progress> {
  let so = progress;
  for (;;) {
    const passed = passTime(so, until);
    so = passed.progress;
    if (!passed.answersChanged) return so;
    const verdict = yield toDecideAnew(so.on.spec, so.state.answers);
    so = applyVerdict(so, verdict, { at: so.now });
  }
}

/** Where a host finds what an effect needs from outside. */
export interface World {
  readonly loadSpec: (procedure: string) => Promise<ProcedureSpec>;
  readonly nextUnit: (
    unit: string,
    sent: readonly string[],
    step: string,
  ) => Promise<string | null>;
  /** Starts it or joins the one that runs, and gives the id it runs under. */
  readonly startProcedure: (
    effect: Extract<Effect, { kind: 'start' }>,
    state: ProcedureState,
  ) => Promise<string>;
}

/** The change that an effect makes once the world has answered; it is applied to the state as it is by then. */
export type Change = (progress: Progress) => Conducting<Progress>;

/** Does what a step of the machine asked for outside, and says what came of it. */
export const performEffect = async (
  effect: Effect,
  state: ProcedureState,
  world: World,
): Promise<Change> => {
  switch (effect.kind) {
    case 'start': {
      const id = await world.startProcedure(effect, state);
      const { key, procedure, step } = effect;
      return (progress) => {
        const performed = withoutEffect(progress, effect);
        const started = [...progress.state.started, { procedure, id, step }];
        const data = { kind: 'starts', procedure, id, key } as const;
        return settle(note(withState(performed, { started }), aboutEffect(progress, effect), data));
      };
    }
    case 'rung': {
      const sent = [state.unit, ...Object.values(state.bindings).flatMap(({ also }) => also ?? [])];
      const unit = await world.nextUnit(state.unit, sent, effect.step);
      return performed(effect, (progress) =>
        settle(unit === null ? progress : sendNextUnit(progress, effect.step, unit)),
      );
    }
    case 'add-standard':
      return performed(effect, beside(await world.loadSpec(effect.procedure), effect));
    case 'switch':
      return performed(effect, inPlace(await world.loadSpec(effect.procedure), effect.procedure));
  }
};

const performed = (effect: Effect, change: Change): Change =>
  function* (progress) {
    const about = aboutEffect(progress, effect);
    const data = { kind: 'effect-performed', effect } as const;
    return yield* change(note(withoutEffect(progress, effect), about, data));
  };

const beside = (
  added: ProcedureSpec,
  { procedure, basis }: Extract<Effect, { kind: 'add-standard' }>,
): Change =>
  function* (progress) {
    const { state } = progress;
    if (state.beside.includes(procedure) || state.table.closed !== undefined) {
      return yield* settle(progress);
    }
    const merged = steppingOf([progress.on.spec, added], state.calendar);
    const verdict = yield toDecideAnew(merged.spec, underPriority(merged.spec, state));
    const at = { at: progress.now };
    return yield* settle(addStandard(progress, merged, { procedure, basis, verdict }, at));
  };

/** The answers as they will be under another standard: its own priority is taken where it is more urgent. */
const underPriority = (spec: ProcedureSpec, { answers, priority }: ProcedureState): Answers => ({
  ...answers,
  [spec.settings.facts.priority]: Math.min(priority, spec.priority),
});

const inPlace = (spec: ProcedureSpec, to: string): Change =>
  function* (progress) {
    const { state } = progress;
    if (state.procedure === to || state.table.closed !== undefined) return yield* settle(progress);
    const next = steppingOf([spec], state.calendar);
    const verdict = yield toDecideAnew(next.spec, underPriority(next.spec, state));
    return yield* settle(switchStandard(progress, next, { to, verdict }, { at: progress.now }));
  };
