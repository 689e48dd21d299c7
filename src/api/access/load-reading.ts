import { answersAfterDecisions } from '../../conditions/answers-after-decisions.ts';
import type { Answers } from '../../model/condition.ts';
import type { PersonalValue } from '../../model/log-entry.ts';
import { fittingAnswers } from '../../procedure/fitting-answers.ts';
import { knownAnswers } from '../../procedure/known-answers.ts';
import type { KnownRecord } from '../../store/ports/incidents.ts';
import type { AnswerRecord } from '../../store/ports/log.ts';
import type { AccessActor } from './access-actor.ts';
import { UnreadableRow } from '../../store/unreadable-rows.ts';
import type { ApiContext } from '../api-context.ts';
import type { Reading } from '../views/reading.ts';
import { standingOf } from '../views/standing-of.ts';
import type { FoundIncident } from './find-incident.ts';
import { mayIncident } from './may-incident.ts';

/** An incident to read, and whether with its steps: what waits for what, and closing, hang on all of them. */
export interface WantedReading {
  readonly found: FoundIncident;
  readonly steps: boolean;
}

/** Reads what every view of an incident needs, its steps among it, as this actor may see it. */
export async function loadReading(
  context: ApiContext,
  actor: AccessActor,
  found: FoundIncident,
): Promise<Reading> {
  const [read] = await loadReadings(context, actor, [{ found, steps: true }]);
  if (read === undefined) throw new UnreadableRow(`incidents ${found.incident.id}`, 'was not read');
  return read.reading;
}

/** Reads what every view of each of some incidents needs, in their order; what cannot be read is left out. */
export async function loadReadings(
  context: ApiContext,
  actor: AccessActor,
  wanted: readonly WantedReading[],
): Promise<readonly { readonly found: FoundIncident; readonly reading: Reading }[]> {
  const permitted = wanted.map(({ found, steps }) => ({
    found,
    steps,
    mayReadProtected: mayIncident(context, actor, 'readProtected', found),
  }));
  const known = await context.store.incidents.known(
    permitted.map(({ found, steps, mayReadProtected }) => ({
      id: found.incident.id,
      personal: mayReadProtected,
      steps,
    })),
  );
  return context.store.unreadable.each(
    permitted,
    ({ found }) => `incidents ${found.incident.id}`,
    ({ found, mayReadProtected }) => {
      const { id } = found.incident;
      const its = known.get(id);
      if (its === undefined) throw new Error(`what is known in ${id} was not read`);
      return { found, reading: { actor, mayReadProtected, ...readingOf(found, its) } };
    },
  );
}

function readingOf(
  { incident, bindings, index, names, spec }: FoundIncident,
  known: KnownRecord,
): Omit<Reading, 'actor' | 'mayReadProtected'> {
  const { answers, personal, steps } = known;
  const decisions = known.decisions.map(({ decision }) => decision);
  const decided = answersAfterDecisions({}, decisions);
  const { priority } = incident;
  const read = { given: valuesOf(answers, personal), decided, priority };
  const values = knownAnswers(spec, { ...read, given: fittingAnswers(spec, read.given) });
  const standing = standingOf(
    { bindings, incident, spec },
    { ...unread(answers), ...knownAnswers(spec, read) },
    steps,
  );
  return {
    names,
    index,
    incident,
    spec,
    bindings,
    answers,
    personal,
    decisions,
    values,
    steps,
    standing,
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

// A personal answer that the reader may not see, or that was erased, is answered all the same.
const unread = (answers: readonly AnswerRecord[]): Answers =>
  Object.fromEntries(
    answers.flatMap(({ fact, commitment }) => (commitment === undefined ? [] : [[fact, '']])),
  );
