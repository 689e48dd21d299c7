import type { Act, ActMessage, GivenFacts } from '../../model/act.ts';
import type { Answers } from '../../model/condition.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { ProcedureState } from '../../model/procedure-state.ts';
import { newFacts } from './join-report.ts';

/** What has to be decided for an act before it can be taken. */
export interface ToDecide {
  readonly answers: Answers;
  readonly ruleSets: readonly string[];
}

/**
 * The answers as an act would leave them and the rule sets it decides, or nothing where no truth can change: then the
 * act needs no decision and costs no trip out of the workflow.
 */
export const answersAfter = (
  spec: ProcedureSpec,
  state: ProcedureState,
  message: ActMessage,
): ToDecide | undefined => {
  const { act } = message;
  const pending =
    act.kind === 'agree' && act.step !== undefined
      ? state.table.rows[act.step]?.pending
      : undefined;
  const step =
    act.kind === 'do' ||
    (act.kind === 'agree' &&
      act.step !== undefined &&
      pending?.kind !== 'confirm' &&
      pending?.kind !== 'deviation')
      ? spec.steps[act.step ?? '']
      : act.kind === 'close'
        ? spec.steps[spec.closing ?? '']
        : undefined;
  const held =
    act.kind === 'do' &&
    (step?.approve !== undefined ||
      message.received - message.happened > spec.settings.backDatingMilliseconds);
  if (held) return undefined;
  const facts = broughtBy(spec, state, act) ?? pending?.facts ?? {};
  const changes = Object.entries(facts).some(
    ([id, value]) => state.answers[id] !== value && spec.reads.includes(id),
  );
  const decides = step?.decides ?? [];
  if (!changes && decides.length === 0) return undefined;
  return { answers: { ...state.answers, ...facts }, ruleSets: ruleSetsToDecide(spec, decides) };
};

const broughtBy = (
  spec: ProcedureSpec,
  state: ProcedureState,
  act: Act,
): GivenFacts | undefined => {
  if (act.kind === 'join') return newFacts(spec, state, act.facts ?? {});
  return act.kind === 'do' || act.kind === 'answer' ? act.facts : undefined;
};

/** The rule sets to run: those of a step, and the one that moves the priority. */
export const ruleSetsToDecide = (
  spec: ProcedureSpec,
  decides: readonly string[],
): readonly string[] => {
  const { priorityRules } = spec.settings;
  return priorityRules === undefined ? decides : [...decides, priorityRules];
};
