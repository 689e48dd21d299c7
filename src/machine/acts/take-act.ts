import type { ActMessage, KeptAct } from '../../model/act.ts';
import type { ProcedureState, Receipt } from '../../model/procedure-state.ts';
import type { Verdict } from '../../model/verdict.ts';
import { withDues } from '../step.ts';
import { applyVerdict, proposeSwitch } from './apply-verdict.ts';
import { bindRole } from './bind-roles.ts';
import { bringAnswers } from './bring-answers.ts';
import { doStep, proposeStep, reopenStep } from './do-step.ts';
import { extendStep } from './extend-step.ts';
import { joinReport } from './join-report.ts';
import { keepWords } from './keep-words.ts';
import { judgeStep, judgeSwitch } from './judge.ts';
import { secondPersonDue } from './pending-of.ts';
import { note, noteRow, withState, type About, type Progress } from './progress.ts';
import { roleHere } from '../../procedure/role-holder.ts';
import { answersAs } from '../../procedure/who-answers.ts';

/** The number of receipts that travel with a procedure; older ones are in the store. */
export const receiptsKept = 200;

/**
 * Takes an act that `refuse` had nothing against.
 *
 * @param verdict to what `toDecideFor` asks; absent where the act changes none of them
 */
export const takeAct = (
  progress: Progress,
  message: ActMessage,
  verdict: Verdict | undefined,
): Progress => {
  const about: About = { at: progress.now, by: message.actor.person, act: message.id };
  const { act, personal } = keepWords(message.act, message.salt);
  const coming: Progress = {
    ...progress,
    personal: [...progress.personal, ...personal],
    ...(verdict !== undefined && { coming: verdict.holds }),
  };
  const noted = note(
    coming,
    { ...about, at: message.happened, ...stepOf(act) },
    {
      kind: 'act',
      act: act.kind,
      happened: message.happened,
      received: message.received,
      ...('note' in act && act.note !== undefined ? { note: act.note } : {}),
      ...('reason' in act ? { reason: act.reason } : {}),
    },
  );
  const taken = take(noted, message, act, about);
  const { coming: _passed, ...arrived } = taken;
  return verdict === undefined ? arrived : applyVerdict(arrived, verdict, about);
};

/** Keeps a receipt in the state, so that the same act gets the same one. */
export const withReceipt = (state: ProcedureState, receipt: Receipt): ProcedureState => ({
  ...state,
  receipts: [...state.receipts, receipt].slice(-receiptsKept),
});

const stepOf = (act: KeptAct): { readonly step?: string } =>
  'step' in act && act.step !== undefined ? { step: act.step } : {};

const take = (progress: Progress, message: ActMessage, act: KeptAct, about: About): Progress => {
  const { spec } = progress.on;
  switch (act.kind) {
    case 'do':
      return doStep(progress, message, act, about);
    case 'answer':
      return answer(progress, message, act, about);
    case 'deviate':
      return proposeStep(
        progress,
        message,
        { kind: 'deviation', step: act.step, reason: act.reason, note: act.note },
        about,
      );
    case 'extend':
      return extendStep(progress, act.step, about);
    case 'agree':
    case 'reject': {
      const judged = { agreed: act.kind === 'agree', note: act.note };
      return act.step === undefined
        ? judgeSwitch(progress, judged, about)
        : judgeStep(progress, message, act.step, judged, about);
    }
    case 'reopen':
      return reopenStep(progress, act.step, act.note, about);
    case 'hand-over': {
      const role = roleHere(spec, progress.state, act.role);
      const binding = {
        unit: act.unit,
        ...(act.person === undefined ? {} : { person: act.person }),
      };
      return bindRole(progress, { role, binding, why: 'hand-over' }, about);
    }
    case 'join':
      return joinReport(
        progress,
        { report: act.report, facts: act.facts ?? {} },
        message.salt,
        about,
      );
    case 'switch': {
      const { leader, secondPersonLate } = spec.settings;
      const due = secondPersonDue(spec.settings.secondPersonMilliseconds);
      const approve = { by: leader, late: secondPersonLate, due };
      const wanted = {
        id: `act/${message.id}`,
        direction: 'downward' as const,
        approve,
        to: act.to,
      };
      return proposeSwitch(progress, wanted, about, act.note);
    }
    case 'close':
      return spec.closing === undefined
        ? progress
        : doStep(
            progress,
            message,
            { kind: 'do', step: spec.closing, facts: {}, evidence: [] },
            about,
          );
    case 'publish-calendar':
      return publishCalendar(progress, act, about);
  }
};

/** Answers facts beside the steps that ask them. */
const answer = (
  progress: Progress,
  { actor, happened, salt }: ActMessage,
  { facts, note: words }: Extract<KeptAct, { kind: 'answer' }>,
  about: About,
): Progress => {
  const { on, state } = progress;
  const as = Object.keys(facts).map((fact) => answersAs(on.spec, state, actor, fact) ?? '');
  const { person: by, unit } = actor;
  const brought = { facts, by, unit, happened, as: as[0] ?? '', agreedBy: [], note: words };
  return bringAnswers(progress, brought, salt, about);
};

/** A calendar moves the dues that count days; those that moved are written down. */
const publishCalendar = (
  progress: Progress,
  { calendar, digest }: Extract<KeptAct, { kind: 'publish-calendar' }>,
  about: About,
): Progress => {
  const on = { ...progress.on, calendar };
  const before = progress.state.table;
  const table = withDues(on, before, about.at);
  const moved: Progress = { ...withState(progress, { calendar, table }), on };
  const noted = note(moved, about, {
    kind: 'calendar-published',
    calendar: calendar.id,
    digest,
  });
  return on.spec.order
    .filter((id) => table.rows[id]?.due !== before.rows[id]?.due)
    .reduce((so, id) => {
      const row = table.rows[id];
      return row === undefined ? so : noteRow(so, before.rows[id], row, about);
    }, noted);
};
