import type { ChainEnd } from '../../contract/dossier-contract.ts';
import type { Store } from '../store.ts';
import type { Anchored } from './anchored.ts';

/** A log that is not what was anchored of it. */
export interface AnchorMisfit {
  /** Not there where the log is the API's own. */
  readonly incident: string | undefined;
  readonly anchored: ChainEnd;
  /** The last entry that the store has; 0 where it has none. Below the anchored one: the log was cut. */
  readonly last: number;
}

/** Holds what was anchored against the store: each log has to have the anchored entry, with its hash. */
export async function anchorMisfits(
  store: Pick<Store, 'log' | 'apiLog'>,
  { heads, apiLog }: Pick<Anchored, 'heads' | 'apiLog'>,
): Promise<readonly AnchorMisfit[]> {
  const points = [...heads].map(([incident, { seq }]) => ({ incident, seq }));
  const hashes = await store.log.hashesAt(points);
  const misfitting = [...heads].filter(([, { hash }], place) => hashes[place] !== hash);
  const misfits: AnchorMisfit[] = [];
  for (const [incident, anchored] of misfitting) {
    misfits.push({ incident, anchored, last: await store.log.lastSeq(incident) });
  }
  if (apiLog === undefined) return misfits;
  const [entry] = await store.apiLog.read({ from: apiLog.seq, limit: 1 });
  if (entry?.seq === apiLog.seq && entry.hash === apiLog.hash) return misfits;
  const { seq: last } = await store.apiLog.head();
  return [...misfits, { incident: undefined, anchored: apiLog, last }];
}
