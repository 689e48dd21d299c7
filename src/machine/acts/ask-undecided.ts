import type { Instant } from '../../model/instant.ts';
import type { Asked, StepRow } from '../../model/step-row.ts';
import { openQuestions, type OpenQuestion } from '../open-questions.ts';
import { askedPrefix } from '../asked-prefix.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { noteRow, withState, type Progress } from './progress.ts';

/**
 * Asks somebody what steps are undecided for where no step is going to ask it, and withdraws what is answered or asked
 * otherwise by now. So an open procedure always waits for somebody, by a limit.
 */
export const askUndecided = (progress: Progress, at: Instant): Progress => {
  const { on, state } = progress;
  const questions = new Map(
    openQuestions(on.spec, state).map((question) => [question.step, question]),
  );
  return on.spec.order.reduce((so, id) => {
    const row = rowOf(so.state.table, id);
    const asked = askedOf(so, row, questions.get(id), at);
    return asked === row.asked ? so : withAsked(so, row, asked, at);
  }, progress);
};

const askedOf = (
  { on }: Progress,
  { asked, due }: StepRow,
  question: OpenQuestion | undefined,
  at: Instant,
): Asked | undefined => {
  if (question === undefined) return undefined;
  const { facts, role } = question;
  if (asked !== undefined && asked.role === role && String(asked.facts) === String(facts)) {
    return asked;
  }
  const left = due !== undefined && due > at ? due : at + on.spec.settings.reminderMilliseconds;
  return { ...(asked ?? { at, due: left }), facts, role };
};

const withAsked = (
  progress: Progress,
  before: StepRow,
  asked: Asked | undefined,
  at: Instant,
): Progress => {
  const { asked: _before, ...row } = before;
  const isNew = before.asked === undefined;
  const fired = isNew ? row.fired.filter((key) => !key.startsWith(askedPrefix)) : row.fired;
  const now = { ...row, fired, ...(asked === undefined ? {} : { asked }) };
  const { table } = progress.state;
  const rows = { ...table.rows, [row.step]: now };
  return noteRow(withState(progress, { table: { ...table, rows } }), before, now, { at });
};
