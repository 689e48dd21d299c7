import type { Actor } from '../model/actor.ts';
import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { Refusal } from '../model/refusal.ts';
import type { StepRow } from '../model/step-row.ts';
import { leftToDo, nothingLeft } from './closing.ts';
import {
  agreedWith,
  judgedAnswers,
  reopenedJudgements,
  type JudgedAnswers,
} from './judged-answers.ts';
import { refusals } from './refusals.ts';
import { couldHold, holdsRole } from './role-holder.ts';
import { rowOf } from './row-of.ts';
import { specOf } from './spec-of.ts';
import type { Standing } from './standing.ts';

/** The acts that are aimed at a step. */
export type StepActKind = 'do' | 'deviate' | 'extend' | 'agree' | 'reject' | 'reopen';

/** An act on a step without what it brings along. */
export interface StepAct {
  readonly kind: StepActKind;
  readonly step: string;
  /** The occurrence meant, where the step repeats; the open one when absent. */
  readonly occurrence?: number | undefined;
}

/**
 * Why an actor may not do something to a step as it stands, whatever the act brings along, or nothing. The engine
 * refuses by it and the pages offer by it.
 */
export const refuseStep = (
  spec: ProcedureSpec,
  standing: Standing,
  actor: Actor,
  act: StepAct,
): Refusal | undefined => {
  if (!Object.hasOwn(spec.steps, act.step)) return refusals.stepUnknown(act.step);
  const asked: Asked = { spec, standing, actor, row: rowOf(standing.table, act.step) };
  switch (act.kind) {
    case 'do':
      return refuseDo(asked, act.occurrence);
    case 'deviate':
      return refuseDeviation(asked);
    case 'extend':
      return refuseExtension(asked);
    case 'reopen':
      return refuseReopening(asked);
    case 'agree':
    case 'reject':
      return refuseJudgement(asked, act.kind);
  }
};

interface Asked {
  readonly spec: ProcedureSpec;
  readonly standing: Standing;
  readonly actor: Actor;
  readonly row: StepRow;
}

const refuseDo = (
  { spec, standing, actor, row }: Asked,
  occurrence: number | undefined,
): Refusal | undefined => {
  const step = specOf(spec, row.step);
  if (!holdsRole(spec, standing, step.by, actor)) {
    // Doing a step may bind its role to who was first: the other is told so, not that the role is another's.
    return row.status === 'done' && couldHold(spec, standing, step.by, actor)
      ? refusals.stepNotOpen(row.status, row.by)
      : refusals.notYourRole(step.by);
  }
  if (step.closes) {
    const left = leftToDo(spec, standing.table);
    if (!nothingLeft(left)) return refusals.stepsOpen(left);
  }
  if (row.status !== 'open') return refusals.stepNotOpen(row.status, row.by);
  if (occurrence !== undefined && occurrence !== row.occurrence)
    return refusals.stepNotOpen('between');
  return row.pending !== undefined && row.pending.kind !== 'deviation'
    ? refusals.stepNotOpen('proposed', row.pending.by)
    : undefined;
};

const refuseDeviation = ({ spec, standing, actor, row }: Asked): Refusal | undefined => {
  const step = specOf(spec, row.step);
  if (!holdsRole(spec, standing, step.by, actor)) return refusals.notYourRole(step.by);
  if (row.status !== 'open') return refusals.stepNotOpen(row.status, row.by);
  if (row.pending !== undefined) return refusals.stepNotOpen('proposed');
  // The closing itself cannot be left undone: an incident that is not closed is not done.
  return step.closes ? refusals.stepsOpen(leftToDo(spec, standing.table)) : undefined;
};

const refuseExtension = ({ spec, standing, actor, row }: Asked): Refusal | undefined => {
  const { extend } = specOf(spec, row.step);
  if (extend === undefined || row.due === undefined) return refusals.notExtendable();
  if (!holdsRole(spec, standing, extend.by, actor)) return refusals.notYourRole(extend.by);
  if (row.status !== 'open') return refusals.stepNotOpen(row.status, row.by);
  return row.lateAt !== undefined || (row.extended ?? 0) >= extend.times
    ? refusals.notExtendable()
    : undefined;
};

const refuseReopening = ({ spec, standing, actor, row }: Asked): Refusal | undefined => {
  const { leader } = spec.settings;
  if (!holdsRole(spec, standing, leader, actor)) return refusals.notYourRole(leader);
  // A repetition that is over has no occurrence to open again.
  return (row.status === 'done' || row.status === 'deviated') &&
    specOf(spec, row.step).repeat === undefined
    ? undefined
    : refusals.stepNotDone();
};

const refuseJudgement = (
  { spec, standing, actor, row }: Asked,
  kind: 'agree' | 'reject',
): Refusal | undefined => {
  const { pending } = row;
  if (pending === undefined) return refusals.nothingPending();
  if (pending.by === actor.person || pending.others?.includes(actor.person) === true) {
    return refusals.secondPersonNeeded(pending.judge);
  }
  if (!holdsRole(spec, standing, pending.judge, actor)) return refusals.notYourRole(pending.judge);
  // Closing was possible when it was proposed, and need not be any more.
  if (kind === 'reject') return undefined;
  const step = specOf(spec, row.step);
  const left = leftToDo(spec, standing.table);
  if (step.closes && !nothingLeft(left)) return refusals.stepsOpen(left);
  if (pending.kind === 'confirm' || pending.kind === 'deviation') return undefined;
  const judged = judgedAnswers(spec, standing, pending.facts, agreedWith(row.step, pending));
  return judged.refusal ?? refuseReopeningAtClosing(step, judged);
};

/** Why the closing step may not bring answers that open a judgement again, or nothing. */
export const refuseReopeningAtClosing = (
  { closes }: Pick<StepSpec, 'closes'>,
  judged: JudgedAnswers,
): Refusal | undefined => {
  const unconfirmed = reopenedJudgements(judged);
  return closes && unconfirmed.length > 0
    ? refusals.stepsOpen({ open: [], waiting: [], undecided: [], unconfirmed })
    : undefined;
};
