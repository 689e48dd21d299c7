import type { ActMessage } from '../../model/act.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { specOf } from '../../procedure/spec-of.ts';
import { answerFacts } from './answer-facts.ts';
import { finishStep } from './do-step.ts';
import { move, note, withEffect, withState, type About, type Progress } from './progress.ts';

/** A second person's answer. */
export interface Judged {
  readonly agreed: boolean;
  readonly note?: string | undefined;
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
    note(
      so,
      { ...about, step: id },
      {
        kind: 'told',
        who: specOf(progress.on.spec, id).by,
        what: judged.agreed ? 'agreed' : 'rejected',
      },
    );
  const fired = row.fired.filter((key) => !key.startsWith('pending:'));
  const because = judged.note === undefined ? {} : { reason: judged.note };
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
    case 'approve':
    case 'back-dating': {
      const answered = answerFacts(progress, pending.facts, message.salt, about);
      const { happened, by, unit, evidence } = pending;
      const deed = { happened, received: pending.proposed, by, unit, evidence, note: pending.note };
      // What counts from an approved step counts from the agreement: until then it had no effect.
      const ended = pending.kind === 'approve' ? about.at : happened;
      return told(
        finishStep(answered, specOf(progress.on.spec, id), { event: 'agree', deed, ended }, about),
      );
    }
  }
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
