import { answersAfterDecisions } from '../../conditions/answers-after-decisions.ts';
import { fittingAnswers } from '../../procedure/fitting-answers.ts';
import type { Actor } from '../../model/actor.ts';
import type { Answers } from '../../model/condition.ts';
import type { PersonalValue } from '../../model/log-entry.ts';
import type { KnownRecord } from '../../store/ports/incidents.ts';
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
  const [reading] = await loadReadings(context, actor, [found]);
  if (reading === undefined) throw new Error(`${found.incident.id} was not read`);
  return reading;
}

/** Reads what every view of each of some incidents needs, in their order. */
export async function loadReadings(
  context: ApiContext,
  actor: Actor,
  founds: readonly FoundIncident[],
): Promise<readonly Reading[]> {
  const permitted = founds.map((found) => ({
    found,
    mayReadProtected: mayIncident(context, actor, 'readProtected', found),
  }));
  const known = await context.store.incidents.known(
    permitted.map(({ found, mayReadProtected }) => ({
      id: found.incident.id,
      personal: mayReadProtected,
    })),
  );
  return permitted.map(({ found, mayReadProtected }) => {
    const { id } = found.incident;
    const its = known.get(id);
    if (its === undefined) throw new Error(`what is known in ${id} was not read`);
    return { actor, mayReadProtected, ...readingOf(found, its) };
  });
}

function readingOf(
  { incident, bindings, index, names, spec }: FoundIncident,
  known: KnownRecord,
): Omit<Reading, 'actor' | 'mayReadProtected'> {
  const { answers, personal } = known;
  const decisions = known.decisions.map(({ decision }) => decision);
  const decided = answersAfterDecisions(
    fittingAnswers(spec, valuesOf(answers, personal)),
    decisions,
  );
  // What rules and escalations raised it to has an entry of its own, later than its answer and than any decision.
  const values = { ...decided, [spec.settings.facts.priority]: incident.priority };
  return { names, index, incident, spec, bindings, answers, personal, decisions, values };
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
