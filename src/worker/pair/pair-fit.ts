import type { PairMark, StoredPair } from '../../store/ports/pair.ts';

/** The relation of the marks of both sides to each other. */
export type PairFit =
  /** They belong together; what differs is what a crash leaves. */
  | 'fits'
  /** Neither has been used. */
  | 'new'
  /** The database has a mark and the histories have none: they are new, or another's, or somebody took it away. */
  | 'unmarked'
  /** They are of two different systems, or one was restored without the other. */
  | 'strangers'
  | 'store-older'
  | 'histories-older';

/** Compares the marks of a database and of histories. */
export const pairFit = (stored: StoredPair | undefined, found: PairMark | undefined): PairFit => {
  if (stored === undefined) return found === undefined ? 'new' : 'strangers';
  const { mark, previous } = stored;
  if (found === undefined) return previous?.length === 0 ? 'fits' : 'unmarked';
  // The database has its mark first: until the histories have it too, theirs is the one before.
  const expected = [mark, ...(previous ?? [])];
  const isExpected = expected.some(
    ({ epoch, generation }) => epoch === found.epoch && generation === found.generation,
  );
  if (isExpected) return 'fits';
  if (!expected.some(({ epoch }) => epoch === found.epoch)) return 'strangers';
  return found.generation < mark.generation ? 'histories-older' : 'store-older';
};
