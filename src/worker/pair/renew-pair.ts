import { randomUUID } from 'node:crypto';
import type { PairMark, StoredPair } from '../../store/ports/pair.ts';
import type { Store } from '../../store/store.ts';
import type { HistoriesPair } from './histories-pair.ts';

/** The two sides that marks are written to. */
export interface PairSides {
  readonly store: Pick<Store, 'settings' | 'log' | 'onDisk'>;
  readonly histories: HistoriesPair;
}

const settingsKey = 'pair';

/** The mark of a database. */
export const storedPair = async (
  settings: Pick<Store['settings'], 'get'>,
): Promise<StoredPair | undefined> => (await settings.get(settingsKey)) as StoredPair | undefined;

/**
 * Writes the next mark to both sides, the database first. Who is killed in between leaves a mark in the database that
 * says which one the histories have: that is finished by whoever comes next, with the same mark, however many come.
 */
export const renewPair = async (
  sides: PairSides,
  wall: number,
  /** The generation that the histories have, where somebody has accepted that it is a later one. */
  atLeast = 0,
): Promise<void> => {
  const { store } = sides;
  const found = await storedPair(store.settings);
  if (found?.previous !== undefined && !(await finish(sides, found))) return;
  const before = found?.mark;
  const mark: PairMark = {
    epoch: before?.epoch ?? randomUUID(),
    generation: Math.max(before?.generation ?? 0, atLeast) + 1,
    at: wall,
    ...(await store.log.extent()),
  };
  const next: StoredPair = { mark, previous: before === undefined ? [] : [before] };
  const expected = before && { mark: before };
  if (await store.settings.exchange(settingsKey, expected, next)) await finish(sides, next);
};

/** Gives the histories the mark that the database has; false where another process was faster. */
const finish = async ({ store, histories }: PairSides, pending: StoredPair): Promise<boolean> => {
  // INVARIANT: the histories never have a mark that a power cut can take from the database.
  await store.onDisk();
  await histories.write(pending.mark);
  return store.settings.exchange(settingsKey, pending, { mark: pending.mark });
};

/**
 * Makes a database that was put back the beginning of a new pair: histories that were put back with it fit, and are
 * given the new mark at the next start; whatever ran after the copy was made does not fit any more.
 */
export const beginPairAnew = async (
  settings: Store['settings'],
  { wall, incidents, entries }: Pick<PairMark, 'incidents' | 'entries'> & { readonly wall: number },
): Promise<void> => {
  const found = await storedPair(settings);
  const previous = found ? [found.mark, ...(found.previous ?? [])] : [];
  const generation = Math.max(0, ...previous.map((mark) => mark.generation)) + 1;
  const mark = { epoch: randomUUID(), generation, at: wall, incidents, entries };
  await settings.set(settingsKey, { mark, previous } satisfies StoredPair);
};
