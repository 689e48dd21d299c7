import { Errors } from 'typebox/value';
import { reportFaults, wayNotTaken } from '../../api/intake/report-faults.ts';
import type { FieldProblem } from '../../api/problems/api-problem.ts';
import { validationProblem } from '../../api/problems/validation-problem.ts';
import type { ReleaseIndex } from '../../api/release/release-index.ts';
import { NewReport } from '../../contract/report-contract.ts';
import { classifyReport } from '../../decide/classify-report.ts';
import type { Instant } from '../../model/instant.ts';
import { instantOf } from '../../model/read-time.ts';
import { toldFacts } from '../../procedure/told-facts.ts';
import { newReport } from '../intake/post-report.ts';
import type { ToldReport } from '../reports/told-report.ts';

/** The faults that a running system would find in a report, as it would be sent there: by the same shape and rules. */
export async function toldFaults(
  told: ToldReport,
  { index, now }: { readonly index: ReleaseIndex; readonly now: Instant },
): Promise<readonly FieldProblem[]> {
  const sent = newReport(told);
  const shape = Errors(NewReport, sent);
  if (shape.length > 0) return validationProblem(shape, 'body').errors ?? [];
  const faults = reportFaults(sent, { index, now });
  if (faults.length > 0) return faults;
  const { at, facts: confirmed = {}, ...rest } = sent;
  const facts = toldFacts(index.settings, { ...rest, facts: confirmed });
  const came = at === undefined ? now : instantOf(at);
  const { procedure } = await classifyReport(index.release, { at: came, facts });
  const way =
    procedure === undefined ? undefined : wayNotTaken(index, { facts: {}, ...sent }, { procedure });
  return way ? [way] : [];
}
