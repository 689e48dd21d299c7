import { RequestFailure } from './request-failure.ts';

/** The last data and failure of one address; `data` stays when a later reading fails. */
export interface QueryState {
  readonly data?: unknown;
  readonly failure?: RequestFailure;
}

interface Entry {
  state: QueryState;
  readonly listeners: Set<() => void>;
  reading: boolean;
  /** Something changed since the last reading began. */
  stale: boolean;
}

export interface QueryCache {
  readonly state: (path: string) => QueryState;
  readonly watch: (path: string, listener: () => void) => () => void;
  /** Read again what is shown and matches; what is not shown is read when it is next shown. */
  readonly refresh: (matches: (path: string) => boolean) => void;
}

const nothing: QueryState = {};

export function createQueryCache(read: (path: string) => Promise<unknown>): QueryCache {
  const entries = new Map<string, Entry>();
  const entryOf = (path: string): Entry => {
    const entry = entries.get(path) ?? newEntry();
    entries.set(path, entry);
    return entry;
  };
  const readEntry = async (path: string, entry: Entry): Promise<void> => {
    if (entry.reading) return;
    entry.reading = true;
    while (entry.stale && entry.listeners.size > 0) {
      entry.stale = false;
      entry.state = await readState(read(path), entry.state);
      for (const listener of entry.listeners) listener();
    }
    entry.reading = false;
    const { failure } = entry.state;
    if (failure?.kind !== 'later' || entry.listeners.size === 0) return;
    setTimeout(() => {
      entry.stale = true;
      void readEntry(path, entry);
    }, failure.retryAfterSeconds * 1000);
  };
  return {
    state: (path) => entries.get(path)?.state ?? nothing,
    watch: (path, listener) => {
      const entry = entryOf(path);
      // While nothing showed it, nobody heard of changes: an earlier reading may be old.
      if (entry.listeners.size === 0) entry.stale = true;
      entry.listeners.add(listener);
      void readEntry(path, entry);
      return () => entry.listeners.delete(listener);
    },
    refresh: (matches) => {
      for (const [path, entry] of entries) {
        if (!matches(path)) continue;
        entry.stale = true;
        void readEntry(path, entry);
      }
    },
  };
}

const newEntry = (): Entry => ({
  state: nothing,
  listeners: new Set(),
  reading: false,
  stale: true,
});

async function readState(reading: Promise<unknown>, last: QueryState): Promise<QueryState> {
  try {
    return { data: await reading };
  } catch (error) {
    const failure = error instanceof RequestFailure ? error : new RequestFailure('broken');
    return { data: last.data, failure };
  }
}
