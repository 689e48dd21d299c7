import { missingFacts } from '../conditions/missing-facts.ts';
import type { Decision } from '../model/decision.ts';
import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { StepRow } from '../model/step-row.ts';
import { fittingAnswers } from '../procedure/fitting-answers.ts';
import { hasEnded, hasReached } from '../procedure/has-ended.ts';
import { readAfter } from '../procedure/read-after.ts';
import { roleHere } from '../procedure/role-holder.ts';
import { rowOf } from '../procedure/row-of.ts';
import { specOf } from '../procedure/spec-of.ts';
import type { Standing } from '../procedure/standing.ts';

/** The facts to ask for so that a step goes on, and the role to ask. No fact: only a leader can say how it goes on. */
export interface OpenQuestion {
  readonly step: string;
  readonly facts: readonly string[];
  readonly role: string;
}

type Asking = Pick<Standing, 'answers' | 'table' | 'pendingSwitch'> & {
  readonly decisions: readonly Decision[];
};

/**
 * The questions that nobody is going to be asked by the steps themselves: a required step is undecided, and no step that
 * is open or still opens asks for what it lacks. One question for each fact, at the step that is due first. Where
 * nothing at all would be asked of anybody, a leader is asked about the first step that is left, so that an open
 * procedure always waits for somebody.
 */
export const openQuestions = (spec: ProcedureSpec, asking: Asking): readonly OpenQuestion[] => {
  const { table, pendingSwitch } = asking;
  const rows = spec.order.map((id) => rowOf(table, id));
  if (table.closed !== undefined) return [];
  const isAsked = rows.some(isPrompted) || pendingSwitch !== undefined;
  if (isAsked && !rows.some(({ status }) => status === 'undecided')) return [];
  const coming = comingSteps(spec, asking);
  const stuck = rows.filter(
    ({ step, status }) =>
      status === 'undecided' && !coming.has(step) && !specOf(spec, step).optional,
  );
  const questions = oneForEachFact(spec, asking, stuck);
  return questions.length > 0 || isAsked ? questions : forTheLeader(spec, rows);
};

const isPrompted = ({ status, pending }: StepRow): boolean =>
  status === 'open' || status === 'between' || pending !== undefined;

const oneForEachFact = (
  spec: ProcedureSpec,
  asking: Asking,
  stuck: readonly StepRow[],
): readonly OpenQuestion[] => {
  const known = (row: StepRow) => (row.asked === undefined ? (row.due ?? Infinity) : -Infinity);
  const questions: OpenQuestion[] = [];
  for (const { step } of stuck.toSorted((one, other) => known(one) - known(other) || 0)) {
    const facts = answerable(asking, lacking(spec, asking, specOf(spec, step)));
    if (questions.some((before) => before.facts.some((fact) => facts.includes(fact)))) continue;
    questions.push({ step, facts, role: whoIsAsked(spec, asking, facts) });
  }
  return questions;
};

const forTheLeader = (spec: ProcedureSpec, rows: readonly StepRow[]): readonly OpenQuestion[] => {
  const left = rows.filter((row) => !hasEnded(row));
  const first = left.find(({ step }) => !specOf(spec, step).optional) ?? left[0];
  return first === undefined ? [] : [{ step: first.step, facts: [], role: spec.settings.leader }];
};

/** The steps at which somebody is or will be asked something: open, or opening by themselves once others have ended. */
const comingSteps = (spec: ProcedureSpec, asking: Asking): ReadonlySet<string> => {
  const { table } = asking;
  const coming = new Set(spec.order.filter((id) => isPrompted(rowOf(table, id))));
  const asks = (fact: string) =>
    [...coming].some((id) => {
      const { asks, mayAsk, decides } = specOf(spec, id);
      return (
        asks.includes(fact) ||
        mayAsk.includes(fact) ||
        (decides.length > 0 && spec.facts[fact]?.from === 'decision')
      );
    });
  const follows = (step: StepSpec) =>
    readAfter<boolean>(spec, step.after, {
      ended: (id) => hasEnded(rowOf(table, id)) || coming.has(id),
      reached: (ids) => ids.some((id) => hasReached(rowOf(table, id)) || coming.has(id)),
      all: (of) => of.every(Boolean),
      any: (of) => of.some(Boolean),
    });
  const comes = (id: string) => {
    const { status } = rowOf(table, id);
    const step = specOf(spec, id);
    if (status !== 'undecided' && (status !== 'waiting' || !follows(step))) return false;
    const facts = lacking(spec, asking, step);
    return facts.length === 0 ? status === 'waiting' : facts.some(asks);
  };
  for (;;) {
    const more = spec.order.filter((id) => !coming.has(id) && comes(id));
    if (more.length === 0) return coming;
    for (const id of more) coming.add(id);
  }
};

const lacking = (
  spec: ProcedureSpec,
  { answers }: Pick<Asking, 'answers'>,
  { when }: StepSpec,
): readonly string[] => {
  const condition = when === undefined ? undefined : spec.conditions[when];
  return condition === undefined ? [] : missingFacts(condition, fittingAnswers(spec, answers));
};

// A fact that rules decide is answered by them: the facts that they lack are asked for in its place.
const answerable = (
  { decisions }: Pick<Asking, 'decisions'>,
  facts: readonly string[],
): readonly string[] => [
  ...new Set(
    facts.flatMap((fact) => {
      const missing = decisions.findLast(({ decides }) => decides === fact)?.missing ?? [];
      return missing.length > 0 ? missing : [fact];
    }),
  ),
];

/** Whoever does the first step that asks one of the facts; where none does, or it is not clear who that is, the leader. */
const whoIsAsked = (
  spec: ProcedureSpec,
  asking: Pick<Asking, 'answers'>,
  facts: readonly string[],
): string => {
  const asks = spec.order
    .map((id) => specOf(spec, id))
    .find((step) => facts.some((fact) => step.asks.includes(fact) || step.mayAsk.includes(fact)));
  const role = asks && roleHere(spec, asking, asks.by);
  const known = role === undefined ? undefined : spec.roles[role];
  return role === undefined ||
    known === undefined ||
    known.is !== undefined ||
    known.bound === 'public'
    ? spec.settings.leader
    : role;
};
