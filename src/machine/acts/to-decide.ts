import { fittingAnswers } from '../../procedure/fitting-answers.ts';
import type { Act, ActMessage, GivenFacts } from '../../model/act.ts';
import type { Answers } from '../../model/condition.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { ProcedureState } from '../../model/procedure-state.ts';
import type { Pending } from '../../model/step-row.ts';
import { agreedWith, judgedAnswers } from '../../procedure/judged-answers.ts';
import { firstAnswers } from '../../procedure/first-answers.ts';
import { newFacts } from '../../procedure/given-facts.ts';
import { isCommitted } from '../../procedure/is-committed.ts';

/** The question that the rules engine has to decide before a procedure can go on. */
export interface ToDecide {
  readonly spec: ProcedureSpec;
  /** None that stands beside the log: no condition reads one. */
  readonly answers: Answers;
  readonly ruleSets: readonly string[];
}

/** The state that an act meets, as far as its question hangs on it. */
export interface Met {
  readonly answers: Answers;
  readonly table: Pick<ProcedureState['table'], 'rows'>;
}

/** The question of a procedure that begins. */
export const toDecideAtBegin = (spec: ProcedureSpec, told: GivenFacts): ToDecide =>
  toDecideAnew(spec, firstAnswers(spec, told));

/** The question of a procedure whose answers have changed by themselves, or whose spec has. */
export const toDecideAnew = (spec: ProcedureSpec, answers: Answers): ToDecide =>
  toDecide(spec, answers, []);

/**
 * The question of an act: over the answers as it would leave them, with the rule sets that it decides. Gives nothing
 * where no truth can change: then the act needs no decision and costs no trip out of the workflow.
 */
export const toDecideFor = (
  spec: ProcedureSpec,
  met: Met,
  message: ActMessage,
): ToDecide | undefined => {
  const { act } = message;
  const pending =
    act.kind === 'agree' && act.step !== undefined ? met.table.rows[act.step]?.pending : undefined;
  const step =
    act.kind === 'do' ||
    (act.kind === 'agree' &&
      act.step !== undefined &&
      pending?.kind !== 'confirm' &&
      pending?.kind !== 'correction' &&
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
  const facts = actingFacts(spec, met, act, pending);
  const changes = Object.entries(facts).some(
    ([id, value]) => met.answers[id] !== value && spec.reads.includes(id),
  );
  const decides = step?.decides ?? [];
  if (!changes && decides.length === 0) return undefined;
  return toDecide(spec, { ...met.answers, ...facts }, decides);
};

/** The answers that an act lets act; those that wait for agreement change nothing yet. */
const actingFacts = (
  spec: ProcedureSpec,
  met: Met,
  act: Act,
  pending: Pending | undefined,
): GivenFacts => {
  switch (act.kind) {
    case 'join':
      return newFacts(spec, met, act.facts ?? {});
    case 'do':
    case 'answer':
      return judgedAnswers(spec, met, act.facts, []).acting;
    case 'agree':
      if (act.step === undefined || pending === undefined) return {};
      return judgedAnswers(spec, met, pending.facts, agreedWith(act.step, pending)).acting;
    default:
      return {};
  }
};

const toDecide = (spec: ProcedureSpec, answers: Answers, decides: readonly string[]): ToDecide => ({
  spec,
  answers: withoutCommitted(spec, fittingAnswers(spec, answers)),
  ruleSets: withPriorityRules(spec, decides),
});

const withoutCommitted = (spec: ProcedureSpec, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => !isCommitted(spec, id)));

/** The rule sets to run: those of a step, and the one that moves the priority. */
const withPriorityRules = (
  { settings: { priorityRules } }: ProcedureSpec,
  decides: readonly string[],
): readonly string[] => (priorityRules === undefined ? decides : [...decides, priorityRules]);
