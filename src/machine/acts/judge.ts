import type { ActMessage } from '../../model/act.ts';
import type { CommittedWords } from '../../model/committed-words.ts';
import type { Pending, StepRow } from '../../model/step-row.ts';
import { agreedWith } from '../../procedure/judged-answers.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { specOf } from '../../procedure/spec-of.ts';
import { bringAnswers, type Brought } from './bring-answers.ts';
import { finishStep } from './do-step.ts';
import { needAgain } from './need-again.ts';
import { wokenBy } from './woken-by.ts';
import {
  tellProposer,
  move,
  note,
  withEffect,
  withState,
  type About,
  type Progress,
} from './progress.ts';

/** A second person's answer. */
export interface Judged {
  readonly agreed: boolean;
  readonly note?: CommittedWords | undefined;
}

/** Lets a proposal act, or sends it back with its reason and its old due. */
export const judgeStep = (
  progress: Progress,
  message: ActMessage,
  id: string,
  judged: Judged,
  about: About,
): Progress => {
  const row = rowOf(progress.state.table, id);
  const { pending } = row;
  if (pending === undefined) throw new Error(`nothing is pending on step ${id}`);
  const told = (so: Progress): Progress =>
    tellProposer(so, id, pending, judged.agreed ? 'agreed' : 'rejected', about);
  const fired = row.fired.filter((key) => !key.startsWith('pending:'));
  // A rejected correction changes nothing: the step is as it was.
  const because =
    judged.note === undefined || pending.kind === 'correction' ? {} : { reason: judged.note };
  if (!judged.agreed) {
    return told(
      move(progress, { type: 'reject', step: id }, about, {
        clearPending: true,
        fired,
        ...because,
      }),
    );
  }
  const agree = { type: 'agree', step: id } as const;
  switch (pending.kind) {
    case 'confirm':
      return told(move(progress, agree, about, { clearPending: true, fired }));
    case 'deviation': {
      const reason = pending.reason === undefined ? {} : { reason: pending.reason };
      const words = pending.note === undefined ? {} : { note: pending.note };
      const ended = { happened: pending.happened, ended: about.at, by: pending.by };
      return told(
        move(progress, agree, about, { clearPending: true, fired, ...ended, ...reason, ...words }),
      );
    }
    case 'correction': {
      const answered = bringAnswers(
        progress,
        broughtBy(progress, id, pending),
        message.salt,
        about,
      );
      return told(settleCorrection(answered, id, { fired, agreed: about.at }, about));
    }
    case 'approve':
    case 'back-dating': {
      const answered = bringAnswers(
        progress,
        broughtBy(progress, id, pending),
        message.salt,
        about,
      );
      const { happened, by, unit, evidence } = pending;
      const deed = { happened, received: pending.proposed, by, unit, evidence, note: pending.note };
      // Limits that count from an approved step count from the agreement: until then it had no effect.
      const ended = pending.kind === 'approve' ? about.at : happened;
      return told(
        finishStep(answered, specOf(progress.on.spec, id), { event: 'agree', deed, ended }, about),
      );
    }
  }
};

/** Ends the judgement of a correction. What its answers make needed again waits before anything can close. */
const settleCorrection = (
  progress: Progress,
  id: string,
  settled: Pick<StepRow, 'fired' | 'agreed'>,
  about: About,
): Progress => {
  const agree = { type: 'agree', step: id } as const;
  if (!wokenBy(progress, progress.coming).includes(id)) {
    const ready = needAgain(progress, progress.coming, about);
    return move(ready, agree, about, { clearPending: true, ...settled });
  }
  // The step itself is needed again: it leaves its end by the new truths, with nothing to judge on it any more.
  const { table } = progress.state;
  const { pending: _judged, ...row } = rowOf(table, id);
  const rows = { ...table.rows, [id]: { ...row, ...settled } };
  return needAgain(withState(progress, { table: { ...table, rows } }), progress.coming, about);
};

/** The answers of what was agreed to, as who proposed them offered them. */
const broughtBy = (progress: Progress, step: string, pending: Pending): Brought => {
  const { facts, by, unit, happened, note: words, as } = pending;
  const agreedBy = agreedWith(step, pending);
  return {
    ...{ facts, by, unit, happened, agreedBy, note: words },
    as: as ?? specOf(progress.on.spec, step).by,
  };
};

/** Settles a pending switch: agreed downward ones act now, rejected upward ones go back. */
export const judgeSwitch = (progress: Progress, judged: Judged, about: About): Progress => {
  const { pendingSwitch: pending, ...state } = progress.state;
  if (pending === undefined) throw new Error('no switch is pending');
  const key = `${pending.id}/${pending.to}`;
  const settled = withState(
    { ...progress, state },
    { judgedSwitches: [...state.judgedSwitches, key] },
  );
  const noted = note(settled, about, {
    kind: 'standard-switched',
    phase: judged.agreed ? 'agreed' : 'rejected',
    from: pending.from,
    to: pending.to,
    ...(judged.note === undefined ? {} : { note: judged.note }),
    judged: key,
  });
  const target = judged.agreed ? pending.to : pending.from;
  if (judged.agreed === pending.acted) return noted;
  return withEffect(noted, {
    kind: 'switch',
    key: `switch/${pending.id}/${target}/${judged.agreed ? 'agreed' : 'rejected'}`,
    procedure: target,
  });
};
