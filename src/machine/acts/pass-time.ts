import type { Instant } from '../../model/instant.ts';
import type { StepRow } from '../../model/step-row.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { wakesOf, type Wake } from '../wakes.ts';
import { raisePriority } from './apply-verdict.ts';
import {
  move,
  note,
  noteRow,
  withEffect,
  withState,
  type About,
  type Progress,
} from './progress.ts';

/**
 * Lets time pass up to an instant (now when absent): everything whose instant has come happens, in order, each at its own instant.
 *
 * @returns `answersChanged` where a rung moved an answer (the priority), so that truths have to be decided anew
 */
export const passTime = (
  progress: Progress,
  until: Instant = progress.now,
): { readonly progress: Progress; readonly answersChanged: boolean } => {
  let so = progress;
  for (let guard = 0; guard < 100_000; guard += 1) {
    const wake = wakesOf(so.on.spec, so.state)[0];
    if (wake === undefined || wake.at > until) {
      return { progress: so, answersChanged: so.state.answers !== progress.state.answers };
    }
    so = fire(so, wake);
  }
  throw new Error('time does not pass: a wake fires again and again');
};

const fire = (progress: Progress, wake: Wake): Progress => {
  const about: About = { at: wake.at, ...(wake.step === undefined ? {} : { step: wake.step }) };
  if (wake.what.kind === 'next') {
    if (wake.step === undefined) throw new Error('an occurrence has no step');
    return move(progress, { type: 'next', step: wake.step }, about);
  }
  const marked = mark(progress, wake, about);
  const key = uniqueKey(progress, wake);
  switch (wake.what.kind) {
    case 'remind': {
      const row = rowOf(progress.state.table, wake.step ?? '');
      const tell = [progress.on.spec.steps[row.step]?.by ?? ''];
      return note(marked, about, { kind: 'reminded', key, due: row.due ?? wake.at, tell });
    }
    case 'late': {
      const { due, ladder } = wake.what;
      return note(marked, about, {
        kind: 'late',
        key,
        of: wake.of,
        due,
        ladder,
      });
    }
    case 'rung':
      return climb(marked, wake, wake.what, key, about);
  }
};

const climb = (
  progress: Progress,
  wake: Wake,
  { rung, ladder }: Extract<Wake['what'], { kind: 'rung' }>,
  key: string,
  about: About,
): Progress => {
  const noted = note(progress, about, {
    kind: 'rung',
    key,
    rung: rung.id,
    ladder,
    tell: rung.tell,
    do: rung.do,
  });
  return rung.do.reduce((so, action) => {
    if (action === 'raise-priority')
      return raisePriority(so, Math.max(1, so.state.priority - 1), 'escalation', about);
    return withEffect(so, { kind: 'rung', key: `${key}/${action}`, action, step: wake.step ?? '' });
  }, noted);
};

/** Keeps that a wake has fired, on the row (with the late mark) or on the pending switch. */
const mark = (progress: Progress, wake: Wake, about: About): Progress => {
  const late = wake.what.kind === 'late' ? { lateAt: wake.at } : {};
  if (wake.step === undefined) {
    const pending = progress.state.pendingSwitch;
    if (pending === undefined) throw new Error(`wake ${wake.key} has nothing to fire on`);
    const fired = [...pending.fired, wake.key];
    return withState(progress, { pendingSwitch: { ...pending, fired, ...late } });
  }
  const { table } = progress.state;
  const row = rowOf(table, wake.step);
  const fired = [...row.fired, wake.key];
  const marked: StepRow = { ...row, fired, ...markedPart(row, wake.of, late) };
  const moved = withState(progress, {
    table: { ...table, rows: { ...table.rows, [wake.step]: marked } },
  });
  // A late mark changes what lists show; that a reminder fired does not.
  return wake.what.kind === 'late' ? noteRow(moved, row, marked, about) : moved;
};

const markedPart = (
  { pending, asked }: StepRow,
  of: Wake['of'],
  late: Pick<StepRow, 'lateAt'>,
): Partial<StepRow> => {
  if (of === 'judgement' && pending !== undefined) return { pending: { ...pending, ...late } };
  if (of === 'answer' && asked !== undefined) return { asked: { ...asked, ...late } };
  return late;
};

/** Unique over the whole life of the procedure, so that no effect happens twice. */
const uniqueKey = ({ state }: Progress, wake: Wake): string => {
  if (wake.step === undefined) return `switch/${state.pendingSwitch?.id ?? ''}/${wake.key}`;
  const row = rowOf(state.table, wake.step);
  const since = { step: undefined, judgement: row.pending?.proposed, answer: row.asked?.at };
  const proposal = wake.of === 'step' ? '' : `/${instantKey(since[wake.of])}`;
  return `${wake.step}/${row.occurrence}${proposal}/${wake.key}`;
};

const instantKey = (at: Instant | undefined): string => (at === undefined ? '' : String(at));
