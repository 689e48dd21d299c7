import type { FactField, StepView } from '../../contract/step-contract.ts';
import type { ExtendSpec, ProcedureSpec } from '../../model/procedure-spec.ts';
import type { Asked } from '../../model/step-row.ts';
import { missingFacts } from '../../conditions/missing-facts.ts';
import { unmetFacts } from '../../conditions/unmet-facts.ts';
import { leftSteps } from '../../procedure/closing.ts';
import { possibleActs } from '../../procedure/possible-acts.ts';
import { roleHere } from '../../procedure/role-holder.ts';
import { waitingFor } from '../../procedure/waiting-for.ts';
import { rolesLacking } from '../access/roles-lacking.ts';
import { basisViews } from './basis-views.ts';
import { evidenceViews } from './evidence-views.ts';
import { factField } from './fact-field.ts';
import { factShown } from './fact-shown.ts';
import { isHiddenFact } from './is-hidden-fact.ts';
import { moment } from './moment.ts';
import { optionalMoments } from './optional-moments.ts';
import { pendingView } from './pending-view.ts';
import type { Reading } from './reading.ts';
import type { StepAt } from './steps-of.ts';
import { reasonShown } from './reason-shown.ts';
import { evidenceTitle, factTitle, roleTitle, stepTitle } from './title-of.ts';
import { wordsOf } from './words-of.ts';

/** A step as its reader sees it. */
export function stepView(reading: Reading, at: StepAt): StepView {
  const { spec, step } = at;
  const { actor, standing } = reading;
  const role = roleHere(spec, standing, step.by);
  return {
    id: step.id,
    procedure: step.procedure ?? spec.id,
    ...partOf(at),
    title: step.title,
    ...(step.say && { say: step.say }),
    ...(step.hint && { hint: step.hint }),
    role: { id: role, title: roleTitle(reading, role) },
    optional: step.optional,
    closes: step.closes,
    ...(step.feedback !== undefined && { feedback: step.feedback }),
    repeats: step.repeat !== undefined,
    ...rowView(reading, at),
    facts: fields(reading, at),
    evidenceNeeded: step.evidence.map((id) => ({ id, title: evidenceTitle({ spec }, id) })),
    ...(step.crew && { crew: step.crew.officers }),
    equipment: step.equipment.map((id) => ({
      id,
      title: spec.equipment[id] ?? { zh: id, en: id },
    })),
    basis: basisViews(spec, step.basis),
    dueBasis: basisViews(spec, step.due?.basis ?? []),
    ...(step.extend && { extension: extension(reading, spec, step.extend) }),
    ...waits(reading, at),
    can: [...possibleActs(reading.spec, standing, actor, step.id)],
    reasons: Object.entries(spec.reasons).map(([id, title]) => ({ id, title })),
  };
}

function partOf({ spec, step }: StepAt): Pick<StepView, 'part'> {
  const title = step.part === undefined ? undefined : spec.parts?.[step.part];
  return title ? { part: title } : {};
}

const extension = (
  reading: Reading,
  spec: ProcedureSpec,
  { by, times, basis }: ExtendSpec,
): NonNullable<StepView['extension']> => ({
  by: roleTitle(reading, by),
  times,
  basis: basisViews(spec, basis),
});

type Standing = 'status' | 'occurrence' | 'overdueAtOpening' | 'evidence' | 'occurrences';

function rowView(reading: Reading, at: StepAt): Pick<StepView, Standing> & Partial<StepView> {
  const { spec, row } = at;
  const { names } = reading;
  const note = wordsOf(reading, row.note);
  const reason = reasonShown(reading, spec, row.reason);
  return {
    status: row.status,
    occurrence: row.occurrence,
    overdueAtOpening: row.overdueAtOpening ?? false,
    ...optionalMoments(row, 'opened', 'due', 'reminderDue', 'lateAt', 'happened', 'received'),
    ...(row.lateBy !== undefined && { lateBy: row.lateBy }),
    ...(row.by !== undefined && { by: names.person(row.by) }),
    ...(note !== undefined && { note }),
    ...(reason && { reason }),
    evidence: evidenceViews(reading, spec, row.evidence ?? []),
    ...(row.pending && { pending: pendingView(reading, at, row.pending) }),
    ...(row.asked && { asked: askedView({ ...reading, spec }, row.asked) }),
    occurrences: (row.occurrences ?? []).map((ended) => ({
      occurrence: ended.occurrence,
      status: ended.status,
      ...optionalMoments(ended, 'due', 'happened'),
      ...(ended.by !== undefined && { by: names.person(ended.by) }),
      ...(ended.lateBy !== undefined && { lateBy: ended.lateBy }),
    })),
  };
}

const askedView = (
  reading: Reading,
  { facts, role, at, due }: Asked,
): NonNullable<StepView['asked']> => ({
  facts: facts.map((id) => ({ id, title: factTitle(reading, id) })),
  role: { id: role, title: roleTitle(reading, role) },
  at: moment(at),
  due: moment(due),
});

// The closing step is open before it can be done: all that is left stands before it.
function stepsBefore({ standing }: Reading, { spec, step, row }: StepAt): readonly string[] {
  if (row.status === 'waiting') return waitingFor(spec, step.after, standing.table);
  return row.status === 'open' && step.closes ? leftSteps(spec, standing.table) : [];
}

function fields(reading: Reading, { spec, step }: StepAt): FactField[] {
  const asked = [
    ...step.asks.map((id) => ({ id, required: true })),
    ...step.mayAsk.map((id) => ({ id, required: false })),
  ];
  return asked.flatMap(({ id, required }) => {
    const fact = spec.facts[id];
    if (!fact) return [];
    const hidden = !reading.mayReadProtected && isHiddenFact(fact);
    const field = factField(reading, fact, {
      required,
      value: hidden ? undefined : reading.values[id],
    });
    const role = step.binds.find((bind) => bind.to === 'unit' && bind.fact === id)?.role;
    return [role === undefined ? field : withAbleUnits(reading, field, role)];
  });
}

// Offered are the units that are taken.
function withAbleUnits(
  { names, spec, standing }: Reading,
  field: FactField,
  role: string,
): FactField {
  const here = roleHere(spec, standing, role);
  const lacking = (unit: string) => rolesLacking(names, spec, standing, { unit, role: here });
  const choices = (field.choices ?? []).filter(({ value }) => lacking(String(value)).length === 0);
  return { ...field, choices };
}

function waits(
  reading: Reading,
  { spec, step, row }: StepAt,
): Pick<StepView, 'waitingFor' | 'undecidedFor' | 'notNeededFor'> {
  const condition = step.when === undefined ? undefined : spec.conditions[step.when];
  // A personal answer that the reader may not see is answered all the same. A way of handling that the standard does
  // not have, kept from another, is not: it is asked for anew.
  const answered = new Set(
    reading.answers.flatMap(({ fact, commitment }) => (commitment === undefined ? [] : [fact])),
  );
  const unanswered =
    row.status === 'undecided' && condition
      ? missingFacts(condition, reading.values).filter((fact) => !answered.has(fact))
      : [];
  const unmet =
    row.status === 'not-needed' && condition ? unmetFacts(condition, reading.values) : [];
  const before = stepsBefore(reading, { spec, step, row });
  return {
    waitingFor: before.map((id) => ({ id, title: stepTitle({ ...reading, spec }, id) })),
    notNeededFor: unmet.map((id) => factShown({ ...reading, spec }, id, reading.values[id])),
    undecidedFor: unanswered.map((id) => ({ id, title: factTitle({ ...reading, spec }, id) })),
  };
}
