import { compareLogs, type ComparedParts } from './compare-logs.ts';
import type { ProcedureGateway } from './procedure-gateway.ts';

/** The database and the procedure have different logs of an incident: nothing may be done to it before that is mended. */
export class LogsApart extends Error {
  override readonly name = 'LogsApart';
}

/**
 * A gateway that compares both logs of an incident before its first act in this process: an act on a log that does not
 * fit would be lost, or take the place of another. What this process began itself fits.
 */
export const fittingGateway = (
  gateway: ProcedureGateway,
  store: ComparedParts['store'],
): ProcedureGateway => {
  const fitting = new Set<string>();
  const demandFit = async (id: string): Promise<void> => {
    if (fitting.has(id)) return;
    const misfit = await compareLogs({ gateway, store }, id);
    if (misfit !== undefined) {
      const { what, stored, held } = misfit;
      throw new LogsApart(
        `the log of ${id} does not fit (${what}: the database has ${stored} entries, the procedure ${held})`,
      );
    }
    fitting.add(id);
  };
  return {
    ...gateway,
    async begin(request) {
      const outcome = await gateway.begin(request);
      if (outcome.taken && outcome.entries[0]?.seq === 1) fitting.add(request.id);
      return outcome;
    },
    async act(id, message) {
      await demandFit(id);
      return gateway.act(id, message);
    },
  };
};
