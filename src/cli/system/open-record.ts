import type { AnchorOptions } from '../../api/anchors/anchor-options.ts';
import type { Store } from '../../store/store.ts';
import { serverAnchorsPlace } from './anchors-place.ts';
import { checkApiLog, type GoingOn } from './check-api-log.ts';
import { openAnchors, type AnchorsWanted } from './open-anchors.ts';

/** The record of a store, found to be what was written of it. */
export interface OpenRecord {
  readonly anchors: AnchorOptions;
  /** Checks while the system runs what a start cannot wait for. */
  checkRest(): GoingOn;
}

/** Refuses a store whose own log was changed, or that is not what was anchored of it outside. */
export const openRecord = async (
  store: Store,
  wanted: Omit<AnchorsWanted, 'otherwise'> & {
    /** Where the anchors of an embedded database are; those of a server have a place by its name. */
    readonly embedded?: string;
  },
): Promise<OpenRecord> => {
  const { environment, embedded, warn } = wanted;
  const apiLog = await checkApiLog(store, environment);
  const databaseUrl = environment['DATABASE_URL'] ?? '';
  const otherwise =
    databaseUrl === '' && embedded !== undefined
      ? embedded
      : serverAnchorsPlace(databaseUrl, environment);
  const anchors = await openAnchors(store, { ...wanted, otherwise });
  return { anchors, checkRest: () => apiLog.checkRest(warn) };
};
