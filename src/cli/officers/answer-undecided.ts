import type { IncidentView } from '../../contract/incident-contract.ts';
import { answerFacts, type AnswerSources } from './answer-facts.ts';
import type { OfficerAtWork } from './officer-at-work.ts';

/** Answers what an incident's undecided steps hang on; false where nothing was to be answered. */
export async function answerUndecided(
  officer: OfficerAtWork,
  { id, steps, answerable }: IncidentView,
  sources: AnswerSources,
): Promise<boolean> {
  const missing = new Set(steps.flatMap(({ undecidedFor }) => undecidedFor.map((fact) => fact.id)));
  const fields = answerable
    .filter((field) => missing.has(field.id))
    .map((field) => ({ ...field, required: true }));
  const facts = answerFacts(fields, sources);
  if (Object.keys(facts).length === 0) return false;
  const sent = await officer.send(`/api/incidents/${id}/acts`, { action: 'answer', ...{ facts } });
  return sent.outcome === 'taken';
}
