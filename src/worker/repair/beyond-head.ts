import type { Unstored } from '../../../workflows/messages.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import type { Receipt } from '../../model/procedure-state.ts';

/** The part of a log that histories have beyond its end in the store. */
export interface Beyond {
  /** The entries that link to the end of the log, one to the other, with their personal values and receipts. */
  readonly next: Unstored;
  /** Receipts that were given for acts which stand on another branch of the log: these acts have to be done again. */
  readonly unlinked: readonly Receipt[];
}

/**
 * Follows the log from its end through what the histories have.
 *
 * @param head where the log ends
 * @param known the entry hashes that the store has, by number: what stands there is no branch
 */
export function beyondHead(
  found: readonly Unstored[],
  head: { readonly seq: number; readonly hash: string },
  known: ReadonlySet<string>,
): Beyond {
  const after = new Map<string, LogEntry>();
  // The first that was found stays: two of one number link to the same entry only where a history forked.
  for (const entry of found.flatMap(({ entries }) => entries)) {
    if (!after.has(entry.previous)) after.set(entry.previous, entry);
  }
  const entries: LogEntry[] = [];
  for (let entry = after.get(head.hash); entry !== undefined; entry = after.get(entry.hash)) {
    entries.push(entry);
  }
  const hashes = new Set([...known, ...entries.map(({ hash }) => hash)]);
  const text = JSON.stringify(entries);
  const receipts = distinct(
    found.flatMap((each) => each.receipts),
    ({ act, hash }) => `${act} ${hash}`,
  );
  const isNext = ({ hash }: Receipt): boolean => entries.some((entry) => entry.hash === hash);
  return {
    next: {
      entries,
      personal: distinct(
        found.flatMap((each) => each.personal),
        ({ commitment }) => commitment,
      ).filter(({ commitment }) => text.includes(commitment)),
      receipts: receipts.filter(isNext),
    },
    unlinked: receipts.filter(({ hash }) => !hashes.has(hash)),
  };
}

const distinct = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
