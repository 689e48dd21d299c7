import { fittingAnswers } from '../../conditions/fitting-answers.ts';
import type { ActMessage } from '../../model/act.ts';
import type { Answers } from '../../model/condition.ts';
import type { Effect } from '../../model/effect.ts';
import type { Instant } from '../../model/instant.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { ProcedureState, ReportSummary } from '../../model/procedure-state.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Stepping } from '../step.ts';
import { steppingOf } from '../stepping-of.ts';
import { answersAfter, ruleSetsToDecide } from './answers-after.ts';
import { applyVerdict } from './apply-verdict.ts';
import { begin, firstAnswers, type Start } from './begin.ts';
import { addStandard, switchStandard } from './change-standard.ts';
import { joinReport } from './join-report.ts';
import { passTime } from './pass-time.ts';
import { note, withState, type Progress } from './progress.ts';
import { refuse } from './refuse.ts';
import { sendNextUnit } from './send-next-unit.ts';
import { takeAct } from './take-act.ts';

/**
 * How a host conducts a procedure. The workflow and the simulator differ only in what they hand in: the time, and
 * `decide`, which asks the rules engine. Nothing here is kept between calls.
 */
export type Decide = (
  spec: ProcedureSpec,
  answers: Answers,
  ruleSets: readonly string[],
) => Promise<Verdict>;

const decideAll = (decide: Decide, spec: ProcedureSpec, answers: Answers): Promise<Verdict> =>
  decide(spec, fittingAnswers(spec, answers), ruleSetsToDecide(spec, []));

/** Begins a procedure. */
export const conductBegin = async (
  on: Stepping,
  start: Start,
  decide: Decide,
  now: Instant,
): Promise<Progress> => {
  const verdict = await decideAll(decide, on.spec, firstAnswers(on, start.report));
  return settle(begin(on, start, verdict, now), decide);
};

/** Joins a report to a procedure that runs. */
export const conductJoin = async (
  progress: Progress,
  report: ReportSummary,
  salt: string,
  decide: Decide,
): Promise<Progress> => {
  const joined = joinReport(progress, report, salt);
  const verdict = await decideAll(decide, joined.on.spec, joined.state.answers);
  return settle(applyVerdict(joined, verdict, { at: progress.now }), decide);
};

/** Takes an act or refuses it. The time before it passes first, so that what it comes after is written before it. */
export const conductAct = async (
  from: Progress,
  message: ActMessage,
  decide: Decide,
): Promise<{ readonly refusal: Refusal } | { readonly progress: Progress }> => {
  const before = await settle(from, decide, Math.min(message.happened, from.now));
  const refusal = refuse(before.on.spec, before.state, message);
  if (refusal !== undefined) return { refusal };
  const todo = answersAfter(before.on.spec, before.state, message);
  const { spec } = before.on;
  const verdict =
    todo === undefined
      ? undefined
      : await decide(spec, fittingAnswers(spec, todo.answers), todo.ruleSets);
  return { progress: await settle(takeAct(before, message, verdict), decide) };
};

/** Lets time pass and decides anew until nothing changes by itself any more. */
export const settle = async (
  progress: Progress,
  decide: Decide,
  until?: Instant,
): Promise<Progress> => {
  let so = progress;
  for (;;) {
    const passed = passTime(so, until);
    so = passed.progress;
    if (!passed.answersChanged) return so;
    const verdict = await decideAll(decide, so.on.spec, so.state.answers);
    so = applyVerdict(so, verdict, { at: so.now });
  }
};

/** Where a host finds what an effect needs from outside. */
export interface World {
  readonly loadSpec: (procedure: string) => Promise<ProcedureSpec>;
  readonly nextUnit: (unit: string, sent: readonly string[]) => Promise<string | null>;
  /** Starts it or joins the one that runs, and gives the id it runs under. */
  readonly startProcedure: (
    effect: Extract<Effect, { kind: 'start' }>,
    state: ProcedureState,
  ) => Promise<string>;
}

/** The change that an effect makes once the world has answered; it is applied to the state as it is by then. */
export type Change = (progress: Progress, decide: Decide) => Promise<Progress>;

/** Does what a step of the machine asked for outside, and says what came of it. */
export const performEffect = async (
  effect: Effect,
  state: ProcedureState,
  world: World,
): Promise<Change> => {
  switch (effect.kind) {
    case 'start': {
      const id = await world.startProcedure(effect, state);
      const { procedure, step } = effect;
      return async (progress) => {
        const started = [...progress.state.started, { procedure, id, step }];
        return note(
          withState(progress, { started }),
          { at: progress.now, step },
          { kind: 'starts', procedure, id },
        );
      };
    }
    case 'rung': {
      const sent = [state.unit, ...Object.values(state.bindings).flatMap(({ also }) => also ?? [])];
      const unit = await world.nextUnit(state.unit, sent);
      return async (progress) =>
        unit === null ? progress : sendNextUnit(progress, effect.step, unit);
    }
    case 'add-standard':
      return beside(await world.loadSpec(effect.procedure), effect);
    case 'switch':
      return inPlace(await world.loadSpec(effect.procedure), effect.procedure);
  }
};

const beside =
  (added: ProcedureSpec, effect: Extract<Effect, { kind: 'add-standard' }>): Change =>
  async (progress, decide) => {
    const { state } = progress;
    const { procedure, basis } = effect;
    if (state.beside.includes(procedure) || state.table.closed !== undefined) return progress;
    const merged = steppingOf([progress.on.spec, added], state.calendar);
    const verdict = await decideAll(decide, merged.spec, state.answers);
    return addStandard(progress, merged, { procedure, basis, verdict }, { at: progress.now });
  };

const inPlace =
  (spec: ProcedureSpec, to: string): Change =>
  async (progress, decide) => {
    const { state } = progress;
    if (state.procedure === to || state.table.closed !== undefined) return progress;
    const next = steppingOf([spec], state.calendar);
    const verdict = await decideAll(decide, next.spec, state.answers);
    return switchStandard(progress, next, { to, verdict }, { at: progress.now });
  };
