import type { Suggested, ToldSoFar } from '../../contract/report-contract.ts';
import { classifyReport } from '../../decide/classify-report.ts';
import { suggestFromWords } from '../../decide/suggest-facts.ts';
import { toldFacts } from '../../procedure/told-facts.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { fieldsProblem } from '../problems/field-problem.ts';
import { decisionView } from '../views/decision-view.ts';
import { procedureTitle } from '../views/title-of.ts';
import { invalidFacts } from './invalid-facts.ts';

/** The suggestions for a report that is still being typed, or why it cannot be read. */
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
  const { release, settings } = index;
  const { decision, procedure } = await classifyReport(release, {
    facts: toldFacts(settings, { ...told, facts }),
    at: clock.now(),
  });
  return {
    taken: true,
    suggested: {
      facts: suggestFromWords(release, text).map((fact) => ({ ...fact })),
      decision: decisionView(index, decision),
      ...(procedure !== undefined && {
        standard: { id: procedure, title: procedureTitle({ index }, procedure) },
      }),
    },
  };
}
