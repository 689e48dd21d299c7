import type { Act, ActMessage, GivenFacts } from '../model/act.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { ProcedureState } from '../model/procedure-state.ts';
import type { Refusal } from '../model/refusal.ts';
import type { StepRow } from '../model/step-row.ts';
import { rowOf } from './row-of.ts';
import { specOf } from './spec-of.ts';
import { leftToDo, nothingLeft } from './closing.ts';
import { invalidFacts, isStandard, unansweredFacts, unknownFacts } from './given-facts.ts';
import { refusals } from './refusals.ts';
import { couldHold, holdsRole, isInvolved } from './role-holder.ts';

/**
 * Why an act cannot be taken now, or nothing. It runs in the update's validator and again inside the handler,
 * because a validator sees stale state while another handler waits.
 */
export const refuse = (
  spec: ProcedureSpec,
  state: ProcedureState,
  message: ActMessage,
): Refusal | undefined => {
  const { act, actor } = message;
  if (act.kind !== 'publish-calendar' && state.table.closed !== undefined)
    return refusals.alreadyClosed();
  if (message.happened > message.received) return refusals.happenedInFuture();
  if (message.happened < state.table.report) return refusals.happenedTooLongAgo();
  switch (act.kind) {
    case 'do':
      return refuseDo(spec, state, message, act);
    case 'deviate':
    case 'extend':
    case 'reopen':
      return withRow(spec, state, act.step, (row) => refuseOnStep(spec, state, message, act, row));
    case 'agree':
    case 'reject':
      return act.step === undefined
        ? refuseSwitchJudgement(spec, state, message)
        : withRow(spec, state, act.step, (row) => refuseJudgement(spec, state, message, row));
    case 'hand-over':
      if (!isHeld(spec, act.role)) return refusals.roleUnknown(act.role);
      return holdsRole(spec, state, act.role, actor) || isLeader(spec, state, message)
        ? undefined
        : refusals.notYourRole(act.role);
    case 'answer': {
      const wrong = refuseFacts(spec, act.facts);
      if (wrong !== undefined) return wrong;
      return isInvolved(spec, state, actor) ? undefined : refusals.notYourRole('');
    }
    case 'join':
    case 'switch':
      if (!isInvolved(spec, state, actor)) return refusals.notYourRole('');
      if (act.kind === 'join') {
        return state.reports.includes(act.report) ? refusals.reportJoined() : undefined;
      }
      if (act.to === state.procedure || !isStandard(spec, act.to)) {
        return refusals.standardUnknown(act.to);
      }
      return state.pendingSwitch === undefined ? undefined : refusals.switchPending();
    case 'close':
      return refuseClose(spec, state, message);
    case 'publish-calendar':
      return undefined;
  }
};

const withRow = (
  spec: ProcedureSpec,
  state: ProcedureState,
  step: string,
  check: (row: StepRow) => Refusal | undefined,
): Refusal | undefined =>
  Object.hasOwn(spec.steps, step) ? check(rowOf(state.table, step)) : refusals.stepUnknown(step);

// A role that somebody can hold: the public is in none.
const isHeld = ({ roles }: ProcedureSpec, role: string): boolean =>
  Object.hasOwn(roles, role) && roles[role]?.bound !== 'public';

const isLeader = (spec: ProcedureSpec, state: ProcedureState, { actor }: ActMessage): boolean =>
  holdsRole(spec, state, spec.settings.leader, actor);

const refuseDo = (
  spec: ProcedureSpec,
  state: ProcedureState,
  message: ActMessage,
  act: Extract<Act, { kind: 'do' }>,
): Refusal | undefined => {
  if (!Object.hasOwn(spec.steps, act.step)) return refusals.stepUnknown(act.step);
  const step = specOf(spec, act.step);
  const row = rowOf(state.table, act.step);
  if (!holdsRole(spec, state, step.by, message.actor)) {
    // Doing a step may bind its role to who was first: the other is told so, not that the role is another's.
    return row.status === 'done' && couldHold(spec, state, step.by, message.actor)
      ? refusals.stepNotOpen(row.status, row.by)
      : refusals.notYourRole(step.by);
  }
  if (step.closes) {
    const left = leftToDo(spec, state.table);
    if (!nothingLeft(left)) return refusals.stepsOpen(left);
  }
  const closed = notDoable(row, act.occurrence);
  if (closed !== undefined) return closed;
  const wrong = refuseFacts(spec, act.facts);
  if (wrong !== undefined) return wrong;
  const given = act.evidence.map(({ kind }) => kind);
  const strange = given.filter((kind) => !step.evidence.includes(kind));
  if (strange.length > 0) return refusals.evidenceUnknown(strange);
  const lacking = step.evidence.filter((kind) => !given.includes(kind));
  if (lacking.length > 0) return refusals.evidenceMissing(lacking);
  const unanswered = unansweredFacts(step, state.answers, act.facts);
  if (unanswered.length > 0) return refusals.factsMissing(unanswered);
  if (step.crew !== undefined && (act.crew ?? 0) < step.crew.officers) {
    return refusals.crewTooSmall(step.crew.officers);
  }
  const left = step.equipment.filter((item) => act.equipment?.includes(item) !== true);
  return left.length > 0 ? refusals.equipmentMissing(left) : undefined;
};

const refuseFacts = (spec: ProcedureSpec, facts: GivenFacts): Refusal | undefined => {
  const unknown = unknownFacts(spec, facts);
  if (unknown.length > 0) return refusals.factUnknown(unknown);
  const invalid = invalidFacts(spec, facts);
  return invalid.length > 0 ? refusals.factInvalid(invalid) : undefined;
};

const notDoable = (row: StepRow, occurrence: number | undefined): Refusal | undefined => {
  if (row.status !== 'open') return refusals.stepNotOpen(row.status, row.by);
  if (occurrence !== undefined && occurrence !== row.occurrence)
    return refusals.stepNotOpen('between');
  return row.pending !== undefined && row.pending.kind !== 'deviation'
    ? refusals.stepNotOpen('proposed', row.pending.by)
    : undefined;
};

const refuseOnStep = (
  spec: ProcedureSpec,
  state: ProcedureState,
  message: ActMessage,
  act: Extract<Act, { kind: 'deviate' | 'extend' | 'reopen' }>,
  row: StepRow,
): Refusal | undefined => {
  const step = specOf(spec, act.step);
  switch (act.kind) {
    case 'deviate':
      if (!holdsRole(spec, state, step.by, message.actor)) return refusals.notYourRole(step.by);
      if (row.status !== 'open') return refusals.stepNotOpen(row.status, row.by);
      if (row.pending !== undefined) return refusals.stepNotOpen('proposed');
      // The closing itself cannot be left undone: an incident that is not closed is not done.
      if (step.closes) return refusals.stepsOpen(leftToDo(spec, state.table));
      return Object.hasOwn(spec.reasons, act.reason) ? undefined : refusals.reasonUnknown();
    case 'extend':
      if (step.extend === undefined || row.due === undefined) return refusals.notExtendable();
      if (!holdsRole(spec, state, step.extend.by, message.actor))
        return refusals.notYourRole(step.extend.by);
      if (row.status !== 'open') return refusals.stepNotOpen(row.status, row.by);
      return row.lateAt !== undefined || (row.extended ?? 0) >= step.extend.times
        ? refusals.notExtendable()
        : undefined;
    case 'reopen':
      if (!isLeader(spec, state, message)) return refusals.notYourRole(spec.settings.leader);
      // A repetition that is over has no occurrence to open again.
      return (row.status === 'done' || row.status === 'deviated') && step.repeat === undefined
        ? undefined
        : refusals.stepNotDone();
  }
};

const refuseJudgement = (
  spec: ProcedureSpec,
  state: ProcedureState,
  { act, actor }: ActMessage,
  row: StepRow,
): Refusal | undefined => {
  const { pending } = row;
  const agrees = act.kind === 'agree';
  if (pending === undefined) return refusals.nothingPending();
  if (pending.by === actor.person) return refusals.secondPersonNeeded(pending.judge);
  if (!holdsRole(spec, state, pending.judge, actor)) return refusals.notYourRole(pending.judge);
  // What was open to be closed when it was proposed need not be so any more.
  const left = leftToDo(spec, state.table);
  return agrees && specOf(spec, row.step).closes && !nothingLeft(left)
    ? refusals.stepsOpen(left)
    : undefined;
};

const refuseSwitchJudgement = (
  spec: ProcedureSpec,
  state: ProcedureState,
  { actor }: ActMessage,
): Refusal | undefined => {
  const pending = state.pendingSwitch;
  if (pending === undefined) return refusals.nothingPending();
  if (pending.by === actor.person) return refusals.secondPersonNeeded(pending.judge.by);
  return holdsRole(spec, state, pending.judge.by, actor)
    ? undefined
    : refusals.notYourRole(pending.judge.by);
};

const refuseClose = (
  spec: ProcedureSpec,
  state: ProcedureState,
  message: ActMessage,
): Refusal | undefined => {
  const left = leftToDo(spec, state.table);
  const closing = spec.closing === undefined ? undefined : specOf(spec, spec.closing);
  const role = closing?.by ?? spec.settings.leader;
  if (!holdsRole(spec, state, role, message.actor)) return refusals.notYourRole(role);
  if (!nothingLeft(left) || closing === undefined) return refusals.stepsOpen(left);
  return refuseDo(spec, state, message, {
    kind: 'do',
    step: closing.id,
    facts: {},
    evidence: [],
  });
};
