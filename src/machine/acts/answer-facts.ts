import type { GivenFacts } from '../../model/act.ts';
import type { Answers } from '../../model/condition.ts';
import type { PersonalValue } from '../../model/log-entry.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import { isCommitted } from '../../procedure/is-committed.ts';
import { commit } from '../commitment.ts';
import { withDues } from '../step.ts';
import { note, withState, type About, type Progress } from './progress.ts';

/**
 * Takes answers: each that is new or corrected is written down, personal ones as commitments with the values beside
 * the log, and limit tables that read them are computed again. The truths follow with the verdict.
 */
export const answerFacts = (
  progress: Progress,
  facts: GivenFacts,
  salt: string,
  about: About,
): Progress => {
  const { answers } = progress.state;
  const changed = Object.entries(facts).filter(([id, value]) => answers[id] !== value);
  const answered = changed.reduce((so, [fact, value]) => {
    const corrected = answers[fact] !== undefined;
    const { [fact]: _before, ...commitments } = so.state.commitments;
    if (!isCommitted(progress.on.spec, fact)) {
      const noted = note(so, about, { kind: 'fact', fact, value, corrected });
      return withState(noted, { commitments });
    }
    const kept = { ...commit(salt, fact, value), fact, value };
    const personal = [...so.personal, kept];
    const { commitment } = kept;
    const noted = note({ ...so, personal }, about, { kind: 'fact', fact, commitment, corrected });
    return withState(noted, { commitments: { ...commitments, [fact]: commitment } });
  }, progress);
  return changed.length === 0 ? progress : withAnswers(answered, { ...answers, ...facts }, about);
};

/** The personal ones among facts, each with what commits to it in the log. */
export const personalValues = (
  spec: ProcedureSpec,
  facts: GivenFacts,
  salt: string,
): readonly PersonalValue[] =>
  Object.entries(facts)
    .filter(([fact]) => isCommitted(spec, fact))
    .map(([fact, value]) => ({ ...commit(salt, fact, value), fact, value }));

/** Puts answers in place and computes again what limit tables made of them. */
export const withAnswers = (progress: Progress, answers: Answers, about: About): Progress => {
  const { on, state } = progress;
  const tableKeys = tableKeysOf(on.spec, answers);
  const table = withDues(on, { ...state.table, tableKeys }, about.at);
  return withState(progress, { answers, table });
};

/** The answers that limit tables read, as words. */
export const tableKeysOf = (
  spec: ProcedureSpec,
  answers: Answers,
): Readonly<Record<string, string>> => {
  const keys = new Set(
    Object.values(spec.steps).flatMap(({ due, approve, confirm }) =>
      [due, approve?.due, confirm?.due].flatMap((each) =>
        each?.limit.kind === 'table' ? each.limit.by : [],
      ),
    ),
  );
  const known = [...keys].filter((key) => answers[key] !== undefined);
  return Object.fromEntries(known.map((key) => [key, String(answers[key])]));
};
