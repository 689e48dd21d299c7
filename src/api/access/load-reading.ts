import { answersAfterDecisions } from '../../conditions/answers-after-decisions.ts';
import { fittingAnswers } from '../../conditions/fitting-answers.ts';
import type { Actor } from '../../model/actor.ts';
import type { Answers } from '../../model/condition.ts';
import type { PersonalValue } from '../../model/log-entry.ts';
import type { AnswerRecord } from '../../store/ports/log.ts';
import type { ApiContext } from '../api-context.ts';
import type { Reading } from '../views/reading.ts';
import type { FoundIncident } from './find-incident.ts';
import { mayIncident } from './may-incident.ts';

/** Reads what every view of an incident needs, as this actor may see it. */
export async function loadReading(
  context: ApiContext,
  actor: Actor,
  found: FoundIncident,
): Promise<Reading> {
  const { incident, bindings, index, names, spec } = found;
  const mayReadProtected = mayIncident(context, actor, 'readProtected', found);
  const [answers, decisions, personal] = await Promise.all([
    context.store.incidents.answers(incident.id),
    context.store.incidents.decisions(incident.id, 'latest'),
    mayReadProtected ? context.store.log.personal(incident.id) : {},
  ]);
  const decided = answersAfterDecisions(
    fittingAnswers(spec, valuesOf(answers, personal)),
    decisions.map(({ decision }) => decision),
  );
  // What rules and escalations raised it to has an entry of its own, later than its answer and than any decision.
  const values = { ...decided, [spec.settings.facts.priority]: incident.priority };
  return {
    actor,
    mayReadProtected,
    names,
    index,
    incident,
    spec,
    bindings,
    answers,
    personal,
    values,
  };
}

function valuesOf(
  answers: readonly AnswerRecord[],
  personal: Readonly<Record<string, PersonalValue>>,
): Answers {
  const known = answers.flatMap(({ fact, value, commitment }) => {
    const answer = value ?? (commitment === undefined ? undefined : personal[commitment]?.value);
    return answer === undefined ? [] : [[fact, answer] as const];
  });
  return Object.fromEntries(known);
}
