import type { Store } from '../../store/store.ts';
import type { ProcedureGateway } from '../../worker/client/procedure-gateway.ts';

// One of them may be sick, which does not make the engine unready.
const askedMax = 3;

/**
 * Throws unless a worker answers. It is asked for what it would do an act for: the newest open procedures, of which one
 * that answers is enough. Where none is open, it is enough that somebody polls the queue.
 */
export async function engineAnswers({
  gateway,
  store,
}: {
  readonly gateway: ProcedureGateway;
  readonly store: Store;
}): Promise<void> {
  const newest = await store.incidents.newestOpen(askedMax);
  if (newest.length > 0) {
    await Promise.any(newest.map((id) => gateway.unfinished(id)));
    return;
  }
  if (!(await gateway.isServed())) throw new Error('no worker asks for work');
}
