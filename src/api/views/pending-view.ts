import type { AnswerShown, PendingView } from '../../contract/step-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { Pending } from '../../model/step-row.ts';
import { roleHere } from '../../procedure/role-holder.ts';
import { heldBackBy } from '../../procedure/waiting-for.ts';
import { basisViews } from './basis-views.ts';
import { evidenceViews } from './evidence-views.ts';
import { factShown } from './fact-shown.ts';
import { moment } from './moment.ts';
import { optionalMoments } from './optional-moments.ts';
import type { Reading } from './reading.ts';
import type { StepAt } from './steps-of.ts';
import { reasonTitle, roleTitle, stepTitle } from './title-of.ts';
import { wordsOf } from './words-of.ts';

/** A proposal that waits for a second person: all that this person has to judge. */
export function pendingView(reading: Reading, at: StepAt, pending: Pending): PendingView {
  const { spec } = at;
  const judge = roleHere(spec, reading.standing, pending.judge);
  const note = wordsOf(reading, pending.note);
  return {
    kind: pending.kind,
    by: reading.names.person(pending.by),
    proposed: moment(pending.proposed),
    happened: moment(pending.happened),
    judge: { role: judge, title: roleTitle(reading, judge) },
    ...optionalMoments(pending, 'due', 'lateAt'),
    dueBasis: basisViews(spec, judgeOf(at, pending)?.due?.basis ?? []),
    ...(note !== undefined && { note }),
    ...(pending.reason !== undefined && { reason: reasonTitle({ spec }, pending.reason) }),
    facts: answered(reading, at, pending).map(([id, value]) => ({
      ...factShown({ ...reading, spec }, id, value),
      ...was(reading, at, pending, id),
    })),
    evidence: evidenceViews(reading, spec, pending.evidence),
    holdsBack: holdsBack(reading, at),
  };
}

// The steps that cannot go on until the second person has answered; `closing` tells of the closing step.
const holdsBack = (reading: Reading, { spec, step }: StepAt): PendingView['holdsBack'] => ({
  steps: heldBackBy(spec, reading.standing.table, step.id).map((id) => ({
    id,
    title: stepTitle({ ...reading, spec }, id),
  })),
  closing: !step.optional,
});

// A deviation and an act dated far back go to the second person of the settings.
const judgeOf = ({ step }: StepAt, { kind }: Pending) => {
  if (kind === 'correction') return step.approve;
  return kind === 'approve' || kind === 'confirm' ? step[kind] : undefined;
};

/** The answer before a correction; it acts still where the correction waits for agreement. */
function was(
  reading: Reading,
  { spec }: StepAt,
  { before, kind }: Pending,
  id: string,
): Pick<AnswerShown, 'was'> {
  const old = kind === 'correction' ? reading.values[id] : before?.[id];
  if (old === undefined) return {};
  const { value, label } = factShown({ ...reading, spec }, id, old);
  return {
    was: { ...(value !== undefined && { value }), ...(label !== undefined && { label }) },
  };
}

type Answered = readonly (readonly [fact: string, value: FactValue | undefined])[];

// Answers of kind `confirm` act already, among the answers of the incident. Others wait with the proposal.
function answered(
  reading: Reading,
  { step }: StepAt,
  { kind, facts, commitments = {} }: Pending,
): Answered {
  if (kind !== 'confirm') {
    const personal = Object.entries(commitments).map(
      ([id, commitment]) => [id, reading.personal[commitment]?.value] as const,
    );
    return [...Object.entries(facts), ...personal];
  }
  return [...step.asks, ...step.mayAsk].flatMap((id) => {
    const value = reading.values[id];
    return value === undefined ? [] : [[id, value] as const];
  });
}
