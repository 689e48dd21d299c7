import type { ActMessage, KeptAct } from '../../model/act.ts';
import type { Actor } from '../../model/actor.ts';
import type { CommittedWords } from '../../model/committed-words.ts';
import type { Instant } from '../../model/instant.ts';
import type { SecondPersonSpec, StepSpec } from '../../model/procedure-spec.ts';
import type { ProcedureState } from '../../model/procedure-state.ts';
import type { Pending, StepRow } from '../../model/step-row.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { specOf } from '../../procedure/spec-of.ts';
import { type RowPatch } from '../step.ts';
import { personalValues } from './answer-facts.ts';
import { bindRole, bindUnit } from './bind-roles.ts';
import { bringAnswers } from './bring-answers.ts';
import { pendingOf, secondPersonDue } from './pending-of.ts';
import {
  tellProposer,
  holdsNow,
  move,
  note,
  withEffect,
  type About,
  type Progress,
} from './progress.ts';
import { needAgain } from './need-again.ts';
import { roleHere } from '../../procedure/role-holder.ts';

/** The particulars of how a step was done. */
export interface Deed {
  readonly happened: Instant;
  readonly received: Instant;
  readonly by: string;
  readonly unit: string;
  readonly evidence: StepRow['evidence'];
  readonly note?: CommittedWords | undefined;
}

/** Does a step, or puts it before the second person: where the standard asks for one, or where it is dated back too far. */
export const doStep = (
  progress: Progress,
  message: ActMessage,
  act: Extract<KeptAct, { kind: 'do' }>,
  about: About,
): Progress => {
  const { spec } = progress.on;
  const step = specOf(spec, act.step);
  const backDated = message.received - message.happened > spec.settings.backDatingMilliseconds;
  if (step.approve !== undefined || backDated) {
    const kind = step.approve === undefined ? 'back-dating' : 'approve';
    const offer = {
      kind,
      step: act.step,
      facts: act.facts,
      evidence: act.evidence,
      note: act.note,
    } as const;
    return proposeStep(progress, message, offer, about);
  }
  const { actor, happened, received } = message;
  const brought = {
    facts: act.facts,
    by: actor.person,
    unit: actor.unit,
    happened,
    as: step.by,
    agreedBy: [],
    note: act.note,
  };
  const answered = bringAnswers(progress, brought, message.salt, about);
  const deed = {
    happened,
    received,
    by: actor.person,
    unit: actor.unit,
    evidence: act.evidence,
    note: act.note,
  };
  return finishStep(answered, step, { event: 'do', deed, actor }, about);
};

/** Ends a step as done, and lets everything that hangs on it follow: roles, who is told, what starts. */
export const finishStep = (
  progress: Progress,
  step: StepSpec,
  by: {
    readonly event: 'do' | 'agree';
    readonly deed: Deed;
    readonly ended?: Instant;
    readonly actor?: Actor;
  },
  about: About,
): Progress => {
  const { deed } = by;
  const row = rowOf(progress.state.table, step.id);
  const lateBy = row.due === undefined ? 0 : deed.happened - row.due;
  const patch: RowPatch = {
    clearPending: true,
    clearReason: true,
    happened: deed.happened,
    received: deed.received,
    ended: by.ended ?? deed.happened,
    by: deed.by,
    evidence: deed.evidence ?? [],
    ...(deed.note === undefined ? {} : { note: deed.note }),
    ...(lateBy > 0 ? { lateBy, lateAt: row.lateAt ?? about.at } : {}),
    fired: row.fired.filter((key) => !key.startsWith('pending:')),
    ...confirmation(progress, step, deed, about),
    ...(by.event === 'agree' && step.approve !== undefined && { agreed: about.at }),
  };
  const ready = needAgain(progress, progress.coming, about, step.id);
  const done = move(ready, { type: by.event, step: step.id }, about, patch);
  return starts(tells(binds(done, step, deed, about), step, about), step, row.occurrence);
};

/** The part of a step that acts already and that a second person has still to confirm. */
const confirmation = (progress: Progress, step: StepSpec, deed: Deed, about: About): RowPatch =>
  step.confirm === undefined
    ? {}
    : {
        pending: pendingOf(progress, step.confirm, about.at, {
          kind: 'confirm',
          by: deed.by,
          unit: deed.unit,
          happened: deed.happened,
          facts: {},
          evidence: deed.evidence ?? [],
        }),
      };

/** Something offered to a second person. */
export interface Offer {
  readonly kind: 'approve' | 'deviation' | 'back-dating';
  readonly step: string;
  readonly facts?: Pending['facts'];
  readonly evidence?: Pending['evidence'];
  readonly reason?: string | undefined;
  readonly note?: CommittedWords | undefined;
}

/** Puts a step, its deviation or its dating before the second person; nothing of it acts until agreed. */
export const proposeStep = (
  progress: Progress,
  message: ActMessage,
  offer: Offer,
  about: About,
): Progress => {
  const { spec } = progress.on;
  const step = specOf(spec, offer.step);
  const judge: SecondPersonSpec =
    offer.kind === 'approve' && step.approve !== undefined
      ? step.approve
      : {
          by: spec.settings.leader,
          due: secondPersonDue(spec.settings.secondPersonMilliseconds),
          late: spec.settings.secondPersonLate,
        };
  const facts = offer.facts ?? {};
  const personal = personalValues(spec, facts, message.salt);
  const pending = pendingOf(progress, judge, about.at, {
    kind: offer.kind,
    by: message.actor.person,
    unit: message.actor.unit,
    happened: message.happened,
    facts,
    ...(personal.length > 0 && {
      commitments: Object.fromEntries(personal.map(({ fact, commitment }) => [fact, commitment])),
    }),
    evidence: offer.evidence ?? [],
    ...(offer.note === undefined ? {} : { note: offer.note }),
    ...(offer.reason === undefined ? {} : { reason: offer.reason }),
  });
  const row = rowOf(progress.state.table, offer.step);
  const event = offer.kind === 'deviation' ? 'deviate' : 'propose';
  const fired = row.fired.filter((key) => !key.startsWith('pending:'));
  const offered = { ...progress, personal: [...progress.personal, ...personal] };
  const moved = move(offered, { type: event, step: offer.step }, about, { pending, fired });
  return note(
    moved,
    { ...about, step: offer.step },
    { kind: 'told', who: judge.by, what: 'proposed' },
  );
};

/** Opens a step that was wrongly ended, at a leader's word. */
export const reopenStep = (
  progress: Progress,
  step: string,
  reason: CommittedWords,
  about: About,
): Progress => {
  const reopened = move(progress, { type: 'reopen', step }, about, { clearPending: true, reason });
  const { by } = specOf(progress.on.spec, step);
  const told = note(reopened, { ...about, step }, { kind: 'told', who: by, what: 'rejected' });
  const { pending } = rowOf(progress.state.table, step);
  return pending?.kind === 'correction'
    ? tellProposer(told, step, pending, 'rejected', about)
    : told;
};

const binds = (progress: Progress, step: StepSpec, deed: Deed, about: About): Progress =>
  step.binds.reduce((so, bind) => {
    const role = roleHere(so.on.spec, so.state, bind.role);
    if (bind.to === 'doer') {
      const also = so.state.bindings[role]?.also;
      const binding = { unit: deed.unit, person: deed.by, ...(also === undefined ? {} : { also }) };
      return bindRole(so, { role, binding, why: 'step' }, about);
    }
    const unit = so.state.answers[bind.fact];
    return typeof unit === 'string' ? bindUnit(so, role, unit, about) : so;
  }, progress);

const tells = (progress: Progress, step: StepSpec, about: About): Progress =>
  step.tell
    .filter(({ when }) => holdsNow(progress, when))
    .reduce(
      (so, { who }) => note(so, { ...about, step: step.id }, { kind: 'told', who, what: 'done' }),
      progress,
    );

const starts = (progress: Progress, step: StepSpec, occurrence: number): Progress =>
  step.starts
    .filter(({ when }) => holdsNow(progress, when))
    .reduce((so, start) => {
      const { procedure, onePer } = start;
      const started = startedAs(so.state, start);
      if (started === undefined) return so;
      const { key, id } = started;
      return withEffect(so, {
        kind: 'start',
        key: `start/${step.id}/${occurrence}/${key}`,
        procedure,
        ...(id !== undefined && { id }),
        ...(onePer !== 'incident' && { onePer: onePer.fact }),
        step: step.id,
      });
    }, progress);

/**
 * The key and id of a start: one for each answer that it is shared by. The answer itself stands neither in the key nor
 * in an id: both are in the clear. Its commitment tells it apart from another.
 */
const startedAs = (
  { id, answers, commitments }: ProcedureState,
  { procedure, onePer }: StepSpec['starts'][number],
): { readonly key: string; readonly id?: string } | undefined => {
  if (onePer === 'incident') return { key: `${procedure}:${id}`, id: `${procedure}:${id}` };
  const value = answers[onePer.fact];
  if (value === undefined) return undefined;
  return { key: `${procedure}:${commitments[onePer.fact] ?? String(value)}` };
};
