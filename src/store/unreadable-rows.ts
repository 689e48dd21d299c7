import { isDiskFull } from './is-disk-full.ts';
import { isStoreAway } from './is-store-away.ts';

/** A row that was left out of a list because it cannot be read, and why. */
export interface LeftOut {
  /** Its table and key: `steps R20260301-0001 sign`. */
  readonly row: string;
  readonly error: string;
}

/** A single row was asked for and cannot be read. */
export class UnreadableRow extends Error {
  constructor(row: string, cause: unknown) {
    super(`the row ${row} cannot be read`, { cause });
  }
}

// A broken disk may break more rows than are worth remembering one by one.
const rememberedMax = 10_000;

/** Rows that cannot be read. One of them never takes a list down: it is left out, and told once. */
export class UnreadableRows {
  readonly #listeners = new Set<(leftOut: LeftOut) => void>();
  readonly #known = new Set<string>();

  /** The number of different rows that were left out so far. */
  get count(): number {
    return this.#known.size;
  }

  /** Calls the listener when a row is left out for the first time. Gives the way to stop. */
  listen(listener: (leftOut: LeftOut) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Reads each row of a list that can be read. */
  each<Row, Read>(
    rows: readonly Row[],
    nameOf: (row: Row) => string,
    read: (row: Row) => Read,
  ): readonly Read[] {
    return rows.flatMap((row) => {
      try {
        return [read(row)];
      } catch (error) {
        this.leaveOut(nameOf(row), error);
        return [];
      }
    });
  }

  /** Reads one row that was asked for by its key; throws `UnreadableRow` where it cannot be read. */
  one<Row, Read>(row: Row, name: string, read: (row: Row) => Read): Read {
    try {
      return read(row);
    } catch (error) {
      this.leaveOut(name, error);
      throw new UnreadableRow(name, error);
    }
  }

  /** Tells of a row that somebody else found unreadable. A database that is away makes no row unreadable: that throws. */
  leaveOut(row: string, error: unknown): void {
    if (isStoreAway(error) || isDiskFull(error)) throw error;
    if (this.#known.has(row) || this.#known.size >= rememberedMax) return;
    this.#known.add(row);
    const reason = error instanceof Error ? error.message : String(error);
    for (const listener of this.#listeners) listener({ row, error: reason });
  }
}
