import type { GivenFacts } from '../model/act.ts';
import type { Answers } from '../model/condition.ts';
import type { FactValue } from '../model/fact-value.ts';
import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { ProcedureTable } from '../model/procedure-table.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Pending, StepRow } from '../model/step-row.ts';
import { askingSteps, isAskedForApproval } from './asking-steps.ts';
import { hasEnded } from './has-ended.ts';
import { refusals } from './refusals.ts';
import { rowOf } from './row-of.ts';

/** Answers by the step whose judgement they open again. */
type ByStep = Readonly<Record<string, GivenFacts>>;

/** The parts of the answers that an act brings, where a second person agreed to what they change. */
export interface JudgedAnswers {
  /** The answers that act at once. */
  readonly acting: GivenFacts;
  /** The answers that wait for agreement; the old ones act until then. */
  readonly held: ByStep;
  /** The answers that act and have to be confirmed anew. */
  readonly unconfirmed: ByStep;
  /** Why the act cannot be taken. */
  readonly refusal?: Refusal;
}

interface Met {
  readonly answers: Answers;
  readonly table: Pick<ProcedureTable, 'rows'>;
}

/**
 * Sorts answers into what acts, what waits and what is to be confirmed anew. What a second person agreed to is not
 * undone by one: an answer that a step with `approve` was agreed with, or that only such steps ask, waits until that
 * step's second person agrees to the new one.
 *
 * @param agreedBy steps whose second person has agreed to these very answers
 */
export const judgedAnswers = (
  spec: ProcedureSpec,
  met: Met,
  facts: GivenFacts,
  agreedBy: readonly string[],
): JudgedAnswers =>
  Object.entries(facts).reduce<JudgedAnswers>(
    (so, [fact, value]) => {
      if (met.answers[fact] === value) return so;
      const holder = holderOf(spec, met, fact, agreedBy);
      if (holder.kind === 'refused') return { ...so, refusal: so.refusal ?? holder.refusal };
      if (holder.kind === 'step') return { ...so, held: added(so.held, holder.step, fact, value) };
      return {
        ...so,
        acting: { ...so.acting, [fact]: value },
        unconfirmed: confirmedWith(spec, met, fact).reduce(
          (steps, { id }) => added(steps, id, fact, value),
          so.unconfirmed,
        ),
      };
    },
    { acting: {}, held: {}, unconfirmed: {} },
  );

/** Why no other answer to a fact may be given beside its step as things stand, or nothing. */
export const refuseCorrection = (
  spec: ProcedureSpec,
  met: Met,
  fact: string,
): Refusal | undefined => {
  const holder = holderOf(spec, met, fact, []);
  return holder.kind === 'refused' ? holder.refusal : undefined;
};

/** The steps whose judgement answers open again. */
export const reopenedJudgements = ({ held, unconfirmed }: JudgedAnswers): readonly string[] => [
  ...new Set([...Object.keys(held), ...Object.keys(unconfirmed)]),
];

/** The steps whose second person has agreed to what is proposed, once this one has. */
export const agreedWith = (
  step: string,
  { kind, agreedBy = [] }: Pick<Pending, 'kind' | 'agreedBy'>,
): readonly string[] => (kind === 'approve' || kind === 'correction' ? [...agreedBy, step] : []);

const added = (steps: ByStep, step: string, fact: string, value: FactValue): ByStep => ({
  ...steps,
  [step]: { ...steps[step], [fact]: value },
});

type Holder =
  | { readonly kind: 'none' }
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The step whose second person has to agree to another answer before it acts. */
const holderOf = (
  spec: ProcedureSpec,
  { answers, table }: Met,
  fact: string,
  agreedBy: readonly string[],
): Holder => {
  const rowFor = ({ id }: StepSpec): StepRow => rowOf(table, id);
  const approved = askingSteps(spec, fact).filter(({ approve }) => approve !== undefined);
  const agreed =
    answers[fact] === undefined ? [] : approved.filter((step) => isAgreed(rowFor(step)));
  const left = agreed.filter(({ id }) => !agreedBy.includes(id));
  const isOffered = agreedBy.length === 0;
  // One that was opened again, or waits for its next occurrence, is answered with the step itself.
  const unended = left.find((step) => !hasEnded(rowFor(step)));
  if (isOffered && unended) return withStep(fact, unended);
  const ended = left.find((step) => hasEnded(rowFor(step)));
  if (ended) return holding(fact, rowFor(ended));
  if (!isOffered || agreed.length > 0 || !isAskedForApproval(spec, fact)) return { kind: 'none' };
  // Left undone, or not needed: its second person judges all the same.
  const other = approved.find((step) => hasEnded(rowFor(step)));
  if (other) return holding(fact, rowFor(other));
  const asking = approved.find((step) => rowFor(step).status === 'open') ?? approved[0];
  return asking ? withStep(fact, asking) : { kind: 'none' };
};

const isAgreed = ({ agreed }: StepRow): boolean => agreed !== undefined;

const withStep = (fact: string, { id }: StepSpec): Holder => ({
  kind: 'refused',
  refusal: refusals.answerWithStep(fact, id),
});

const holding = (fact: string, { pending, step }: StepRow): Holder =>
  pending === undefined
    ? { kind: 'step', step }
    : { kind: 'refused', refusal: refusals.answerPending(fact, step) };

/** Steps that were done with an answer and that a second person confirms afterwards. */
const confirmedWith = (
  spec: ProcedureSpec,
  { answers, table }: Met,
  fact: string,
): readonly StepSpec[] =>
  answers[fact] === undefined
    ? []
    : askingSteps(spec, fact).filter(
        ({ id, confirm }) => confirm !== undefined && rowOf(table, id).status === 'done',
      );
