import type { Act, ActMessage, GivenFacts } from '../model/act.ts';
import type { Actor } from '../model/actor.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { Refusal } from '../model/refusal.ts';
import { leftToDo, nothingLeft } from './closing.ts';
import { invalidFacts, timeFaultOf, unansweredFacts, unknownFacts } from './given-facts.ts';
import { asksFact } from './asking-steps.ts';
import { judgedAnswers } from './judged-answers.ts';
import { refuseReopeningAtClosing, refuseStep } from './refuse-step.ts';
import { refusals } from './refusals.ts';
import { holdsRole, isInvolved, roleHere } from './role-holder.ts';
import { specOf } from './spec-of.ts';
import type { Standing } from './standing.ts';
import { isStandard } from './takes-answer.ts';
import { answersAs, rolesThatAnswer } from './who-answers.ts';

/**
 * Why an act cannot be taken now, or nothing. It runs in the update's validator and again inside the handler,
 * because a validator sees stale state while another handler waits.
 */
export const refuse = (
  spec: ProcedureSpec,
  standing: Standing,
  { act, actor, happened, received }: ActMessage,
): Refusal | undefined => {
  const { closed, report } = standing.table;
  if (act.kind !== 'publish-calendar' && closed !== undefined) return refusals.alreadyClosed();
  if (happened > received) return refusals.happenedInFuture();
  if (happened < report) return refusals.happenedTooLongAgo();
  switch (act.kind) {
    case 'do':
      return (
        refuseStep(spec, standing, actor, act) ??
        refuseBrought(spec, standing, act) ??
        refuseDeed(spec, standing, actor, { act, happened, received })
      );
    case 'deviate': {
      const refusal = refuseStep(spec, standing, actor, act);
      if (refusal !== undefined) return refusal;
      return Object.hasOwn(spec.reasons, act.reason) ? undefined : refusals.reasonUnknown();
    }
    case 'extend':
    case 'reopen':
      return refuseStep(spec, standing, actor, act);
    case 'agree':
    case 'reject':
      return act.step === undefined
        ? refuseSwitchJudgement(spec, standing, actor)
        : refuseStep(spec, standing, actor, { kind: act.kind, step: act.step });
    case 'hand-over':
      if (!isHeld(spec, act.role)) return refusals.roleUnknown(act.role);
      return holdsRole(spec, standing, act.role, actor) ||
        holdsRole(spec, standing, spec.settings.leader, actor)
        ? undefined
        : refusals.notYourRole(act.role);
    case 'answer':
      return (
        refuseFacts(spec, act.facts) ??
        refuseAnswering(spec, standing, actor, Object.keys(act.facts)) ??
        judgedAnswers(spec, standing, act.facts, []).refusal
      );
    case 'join':
    case 'switch':
      if (!isInvolved(spec, standing, actor)) return refusals.notYourRole('');
      if (act.kind === 'join') {
        return standing.reports.includes(act.report) ? refusals.reportJoined() : undefined;
      }
      if (act.to === standing.procedure || !isStandard(spec, act.to)) {
        return refusals.standardUnknown(act.to);
      }
      return standing.pendingSwitch === undefined ? undefined : refusals.switchPending();
    case 'close':
      return refuseClose(spec, standing, actor);
    case 'publish-calendar':
      return undefined;
  }
};

// A role that somebody can hold: the public is in none.
const isHeld = ({ roles }: ProcedureSpec, role: string): boolean =>
  Object.hasOwn(roles, role) && roles[role]?.bound !== 'public';

/** Why a step cannot be done with what an act brings along, or nothing. */
const refuseBrought = (
  spec: ProcedureSpec,
  { answers }: Standing,
  act: Extract<Act, { kind: 'do' }>,
): Refusal | undefined => {
  const step = specOf(spec, act.step);
  const wrong = refuseFacts(spec, act.facts);
  if (wrong !== undefined) return wrong;
  const given = act.evidence.map(({ kind }) => kind);
  const strange = given.filter((kind) => !step.evidence.includes(kind));
  if (strange.length > 0) return refusals.evidenceUnknown(strange);
  const lacking = step.evidence.filter((kind) => !given.includes(kind));
  if (lacking.length > 0) return refusals.evidenceMissing(lacking);
  const unanswered = unansweredFacts(step, answers, act.facts);
  if (unanswered.length > 0) return refusals.factsMissing(unanswered);
  if (step.crew !== undefined && (act.crew ?? 0) < step.crew.officers) {
    return refusals.crewTooSmall(step.crew.officers);
  }
  const left = step.equipment.filter((item) => act.equipment?.includes(item) !== true);
  return left.length > 0 ? refusals.equipmentMissing(left) : undefined;
};

/** Why an actor may not answer facts beside the step that asks them, or nothing. */
const refuseAnswering = (
  spec: ProcedureSpec,
  standing: Standing,
  actor: Actor,
  facts: readonly string[],
): Refusal | undefined => {
  if (!isInvolved(spec, standing, actor)) return refusals.notYourRole('');
  const refused = facts.find((fact) => answersAs(spec, standing, actor, fact) === undefined);
  if (refused === undefined) return undefined;
  const roles = rolesThatAnswer(spec, standing, refused) ?? [];
  return refusals.notYoursToAnswer([
    ...new Set(roles.map((role) => roleHere(spec, standing, role))),
  ]);
};

/** Why answers may not come with a step that is done, or nothing: what it does not ask is answered as beside it. */
const refuseDeed = (
  spec: ProcedureSpec,
  standing: Standing,
  actor: Actor,
  { act, happened, received }: { readonly act: Deed } & Pick<ActMessage, 'happened' | 'received'>,
): Refusal | undefined => {
  const step = specOf(spec, act.step);
  const beside = Object.keys(act.facts).filter((fact) => !asksFact(step, fact));
  const refusal = beside.length === 0 ? undefined : refuseAnswering(spec, standing, actor, beside);
  // Nothing of a proposal acts yet: its outcome is looked at when it is agreed.
  if (refusal !== undefined || step.approve !== undefined) return refusal;
  const judged = judgedAnswers(spec, standing, act.facts, []);
  if (judged.refusal !== undefined) return judged.refusal;
  const isProposed = received - happened > spec.settings.backDatingMilliseconds;
  return isProposed ? undefined : refuseReopeningAtClosing(step, judged);
};

type Deed = Extract<Act, { kind: 'do' }>;

const refuseFacts = (spec: ProcedureSpec, facts: GivenFacts): Refusal | undefined => {
  const unknown = unknownFacts(spec, facts);
  if (unknown.length > 0) return refusals.factUnknown(unknown);
  const invalid = invalidFacts(spec, facts);
  return invalid.length > 0
    ? refusals.factInvalid(invalid, timeFaultOf(spec, facts, invalid))
    : undefined;
};

/** Why an actor may not judge the proposed change of standard, or nothing. */
export const refuseSwitchJudgement = (
  spec: ProcedureSpec,
  standing: Standing,
  actor: Actor,
): Refusal | undefined => {
  const pending = standing.pendingSwitch;
  if (pending === undefined) return refusals.nothingPending();
  if (pending.by === actor.person) return refusals.secondPersonNeeded(pending.judge.by);
  return holdsRole(spec, standing, pending.judge.by, actor)
    ? undefined
    : refusals.notYourRole(pending.judge.by);
};

/** Why an actor may not close, or nothing. */
export const refuseClose = (
  spec: ProcedureSpec,
  standing: Standing,
  actor: Actor,
): Refusal | undefined => {
  const left = leftToDo(spec, standing.table);
  const closing = spec.closing === undefined ? undefined : specOf(spec, spec.closing);
  const role = closing?.by ?? spec.settings.leader;
  if (!holdsRole(spec, standing, role, actor)) return refusals.notYourRole(role);
  if (!nothingLeft(left) || closing === undefined) return refusals.stepsOpen(left);
  const act = { kind: 'do', step: closing.id, facts: {}, evidence: [] } as const;
  return refuseStep(spec, standing, actor, act) ?? refuseBrought(spec, standing, act);
};
