import type { ProcedureGateway } from '../../worker/client/procedure-gateway.ts';
import type { Store } from '../../store/store.ts';
import { eachOf } from './each-of.ts';
import { examineIncident, type Finding } from './examine-incident.ts';

/** The findings of an examination of everything. */
export interface Examined {
  readonly sick: readonly (Finding & { readonly incident: string })[];
  /** Procedures that run and of which the store has nothing. */
  readonly unknown: readonly string[];
}

const pageMax = 500;
const atOnceMax = 8;

/** Asks every open incident, and looks for procedures that run without the store knowing. It wakes them all. */
export async function examineAll(parts: {
  readonly gateway: ProcedureGateway;
  readonly store: Store;
}): Promise<Examined> {
  const { gateway, store } = parts;
  const sick: (Finding & { readonly incident: string })[] = [];
  for (let cursor = ''; ;) {
    const ids = await store.incidents.openAfter(cursor, pageMax);
    await eachOf(ids, atOnceMax, async (incident) => {
      const found = await examineIncident(parts, incident, { isSuspect: true, isBehind: false });
      if (found !== undefined) sick.push({ incident, ...found });
    });
    cursor = ids.at(-1) ?? '';
    if (ids.length < pageMax) break;
  }
  const unknown: string[] = [];
  for await (const id of gateway.running()) {
    if ((await store.log.lastSeq(id)) === 0) unknown.push(id);
  }
  return { sick, unknown };
}
