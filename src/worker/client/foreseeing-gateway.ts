import type { Foresight } from './foresight.ts';
import type { ActOutcome, ProcedureGateway } from './procedure-gateway.ts';

/**
 * A gateway that sends the verdict along with what asks for it: that a workflow stops to ask costs more than the act
 * itself. A workflow takes no verdict but that to its own question, and asks for itself where this is another.
 */
export const foreseeingGateway = (
  gateway: ProcedureGateway,
  foresight: Foresight,
): ProcedureGateway => {
  const learned = (id: string, outcome: ActOutcome): ActOutcome => {
    if (outcome.taken) foresight.learn(id, outcome.entries);
    return outcome;
  };
  return {
    ...gateway,
    async begin(request) {
      const foreseen = await foresight.begin(request);
      return learned(request.id, await gateway.begin({ ...request, foreseen }));
    },
    async act(id, message) {
      // Where the store cannot be read just now, the workflow asks.
      const foreseen = await foresight.act(id, message).catch(() => undefined);
      const sent = foreseen === undefined ? message : { ...message, foreseen };
      return learned(id, await gateway.act(id, sent));
    },
  };
};
