import type { Suggested, ToldSoFar } from '../../contract/report-contract.ts';
import { suggestFacts } from '../../decide/suggest-facts.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { fieldsProblem } from '../problems/field-problem.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { decisionView } from '../views/decision-view.ts';
import { procedureTitle } from '../views/title-of.ts';
import { decideReport } from './decide-report.ts';
import { invalidFacts } from './invalid-facts.ts';

/** What a report that is still being typed suggests, or why it cannot be read. */
export type Suggesting =
  | { readonly taken: true; readonly suggested: Suggested }
  | { readonly taken: false; readonly problem: ApiProblem };

/** The facts that the words suggest, and how the report would be handled by what is confirmed: who types it sees what to ask. */
export async function suggestForReport(
  { clock, directory, releases }: ApiContext,
  { text, facts = {}, ...told }: ToldSoFar,
): Promise<Suggesting> {
  const index = releases.active;
  const errors = invalidFacts(facts, index, await directory.names());
  if (errors.length > 0) return { taken: false, problem: fieldsProblem(errors) };
  const { decision, procedure } = await decideReport(index, { ...told, facts, at: clock.now() });
  return {
    taken: true,
    suggested: {
      facts: suggestedBy(index, text),
      decision: decisionView(index, decision),
      ...(procedure !== undefined && {
        standard: { id: procedure, title: procedureTitle({ index }, procedure) },
      }),
    },
  };
}

function suggestedBy({ release }: ReleaseIndex, text: string): Suggested['facts'] {
  const { classification, priorityRules, ruleSets } = release;
  const ids = new Set([classification, priorityRules].flatMap((id) => id ?? []));
  return [...ids].flatMap((id) => {
    const ruleSet = ruleSets[id];
    return ruleSet ? suggestFacts(ruleSet, text).map((fact) => ({ ...fact })) : [];
  });
}
