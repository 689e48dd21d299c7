import type { GivenFacts } from '../../model/act.ts';
import type { CommittedWords } from '../../model/committed-words.ts';
import type { Instant } from '../../model/instant.ts';
import type { SecondPersonSpec } from '../../model/procedure-spec.ts';
import type { Pending } from '../../model/step-row.ts';
import { isCommitted } from '../../procedure/is-committed.ts';
import { judgedAnswers } from '../../procedure/judged-answers.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { specOf } from '../../procedure/spec-of.ts';
import { answerFacts, personalValues } from './answer-facts.ts';
import { pendingOf, secondPersonDue } from './pending-of.ts';
import { move, note, type About, type Progress } from './progress.ts';

/** Answers that an act brings, and who offers them. */
export interface Brought {
  readonly facts: GivenFacts;
  readonly by: string;
  readonly unit: string;
  readonly happened: Instant;
  /** The role in which they are offered. */
  readonly as: string;
  /** Steps whose second person has agreed to them. */
  readonly agreedBy: readonly string[];
  readonly note?: CommittedWords | undefined;
}

/**
 * Brings answers in. What a second person agreed to is not undone by one: other answers to it wait for agreement, or
 * act and have to be confirmed anew. The judgements are opened before anything else moves, so that nothing closes
 * meanwhile.
 */
export const bringAnswers = (
  progress: Progress,
  brought: Brought,
  salt: string,
  about: About,
): Progress => {
  const { on, state } = progress;
  const { acting, held, unconfirmed } = judgedAnswers(
    on.spec,
    state,
    brought.facts,
    brought.agreedBy,
  );
  const confirmed = Object.entries(unconfirmed).reduce(
    (so, [step, facts]) => confirmAnew(so, step, { ...brought, facts }, about),
    progress,
  );
  const offered = Object.entries(held).reduce(
    (so, [step, facts]) => holdBack(so, step, { ...brought, facts }, salt, about),
    confirmed,
  );
  return answerFacts(offered, acting, salt, about);
};

/** Puts other answers before the second person who agreed to the present ones; these act until then. */
const holdBack = (
  progress: Progress,
  step: string,
  { facts, by, unit, happened, as, agreedBy, note: words }: Brought,
  salt: string,
  about: About,
): Progress => {
  const { approve } = specOf(progress.on.spec, step);
  if (approve === undefined) throw new Error(`step ${step} takes no agreement`);
  const personal = personalValues(progress.on.spec, facts, salt);
  const pending: Pending = {
    ...judgedInTime(progress, approve, about.at, {
      kind: 'correction',
      by,
      unit,
      happened,
      facts,
      ...(personal.length > 0 && {
        commitments: Object.fromEntries(personal.map(({ fact, commitment }) => [fact, commitment])),
      }),
      evidence: [],
      ...(words === undefined ? {} : { note: words }),
    }),
    as,
    ...(agreedBy.length > 0 && { agreedBy }),
  };
  const offered = { ...progress, personal: [...progress.personal, ...personal] };
  return offer(offered, step, pending, about);
};

/** Lets a second person confirm again what acts with other answers now. */
const confirmAnew = (
  progress: Progress,
  step: string,
  { facts, by, unit, happened, note: words }: Brought,
  about: About,
): Progress => {
  const { on, state } = progress;
  const { confirm } = specOf(on.spec, step);
  if (confirm === undefined) throw new Error(`step ${step} is not confirmed`);
  const { evidence = [], pending: waiting } = rowOf(state.table, step);
  // Whoever has a part in the proposal that waits already may not judge the new one either.
  const parts = waiting === undefined ? [] : [waiting.by, ...(waiting.others ?? [])];
  const others = [...new Set(parts)].filter((person) => person !== by);
  const before = Object.keys(facts).flatMap((fact) => {
    const value = state.answers[fact];
    return value === undefined || isCommitted(on.spec, fact) ? [] : [[fact, value] as const];
  });
  const pending: Pending = {
    ...judgedInTime(progress, confirm, about.at, {
      kind: 'confirm',
      by,
      unit,
      happened,
      facts: {},
      evidence,
      ...(words === undefined ? {} : { note: words }),
    }),
    ...(others.length > 0 && { others }),
    before: { ...Object.fromEntries(before), ...waiting?.before },
  };
  return offer(progress, step, pending, about);
};

const offer = (progress: Progress, step: string, pending: Pending, about: About): Progress => {
  const row = rowOf(progress.state.table, step);
  const fired = row.fired.filter((key) => !key.startsWith('pending:'));
  const moved = move(progress, { type: 'correct', step }, about, { pending, fired });
  return note(
    moved,
    { ...about, step },
    { kind: 'told', who: pending.judge, what: 'proposed', of: 'correction' },
  );
};

/** A limit that counts from long ago may be over already: the second person then has that of the settings. */
const judgedInTime = (
  progress: Progress,
  judge: SecondPersonSpec,
  at: Instant,
  offered: Parameters<typeof pendingOf>[3],
): Pending => {
  const pending = pendingOf(progress, judge, at, offered);
  const { secondPersonMilliseconds } = progress.on.spec.settings;
  return pending.due === undefined || pending.due > at
    ? pending
    : pendingOf(
        progress,
        { ...judge, due: secondPersonDue(secondPersonMilliseconds) },
        at,
        offered,
      );
};
