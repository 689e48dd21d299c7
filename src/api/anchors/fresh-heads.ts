import type { ChainEnd } from '../../contract/dossier-contract.ts';
import type { Anchored } from '../../store/anchors/anchored.ts';
import { anchorMisfits, type AnchorMisfit } from '../../store/anchors/anchor-misfits.ts';
import type { Store } from '../../store/store.ts';

/** The heads to anchor, and the misfits. A misfit does not go on from what was anchored: it is not anchored again. */
export interface FreshHeads {
  readonly heads: Readonly<Record<string, ChainEnd>>;
  readonly apiLog: ChainEnd | undefined;
  readonly misfits: readonly AnchorMisfit[];
}

/** Reads where logs end that may have grown, once they are on the disk. */
export async function freshHeads(
  store: Store,
  anchored: Pick<Anchored, 'heads' | 'apiLog'>,
  grown: ReadonlySet<string> | 'all',
): Promise<FreshHeads> {
  const ends = await store.log.heads(grown === 'all' ? undefined : [...grown]);
  const apiLogEnd = await store.apiLog.head();
  // Entries that can be read may not outlive a power cut yet: an anchor must not know more than the database.
  await store.onDisk();
  const changed = ends.filter(({ incident, hash }) => anchored.heads.get(incident)?.hash !== hash);
  const known = changed.flatMap(({ incident }) => {
    const head = anchored.heads.get(incident);
    return head === undefined ? [] : [[incident, head] as const];
  });
  const misfits = await anchorMisfits(store, {
    heads: new Map(known),
    apiLog: anchored.apiLog,
  });
  const misfitting = new Set(misfits.map(({ incident }) => incident));
  const isApiLogFresh =
    apiLogEnd.seq > 0 && apiLogEnd.hash !== anchored.apiLog?.hash && !misfitting.has(undefined);
  return {
    heads: Object.fromEntries(
      changed
        .filter(({ incident }) => !misfitting.has(incident))
        .map(({ incident, seq, hash }) => [incident, { seq, hash }]),
    ),
    apiLog: isApiLogFresh ? apiLogEnd : undefined,
    misfits,
  };
}
