import type { Incidents } from '../../store/ports/incidents.ts';

/**
 * True where the store has an incident closed: all that it did is written before its workflow ends. That a workflow has
 * ended at Temporal says less, as whoever reaches its port can start and end one under any id.
 */
export const isClosedIn =
  (incidents: Pick<Incidents, 'get'>) =>
  async (id: string): Promise<boolean> =>
    (await incidents.get(id))?.closedAt !== undefined;
