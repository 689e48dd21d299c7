import type { Kysely, Transaction } from 'kysely';
import type { Change, ChangeListener } from './ports/change.ts';
import type { Until } from './ports/until.ts';
import type { Tables } from './tables.ts';
import type { UnreadableRows } from './unreadable-rows.ts';

/** An open database of either kind, as the queries use it. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly unreadable: UnreadableRows;
  /** True where one transaction has to end before the next can begin. */
  readonly isSingle: boolean;
  /** One transaction. The changes it announces are told to the listeners once they are on the disk. */
  write<T>(run: (transaction: Writing) => Promise<T>, until?: Until): Promise<T>;
  /** Settles when all that can be read now is on the disk: what is committed may be read a moment sooner. */
  onDisk(): Promise<void>;
  /**
   * Of a database in a folder: nothing is written while the work goes on, and what was acknowledged is in the files of
   * the folder. Everybody else waits.
   */
  readonly still?:
    (<T>(work: (folder: string, db: Kysely<Tables>) => Promise<T>) => Promise<T>) | undefined;
  /** True where there is room to write. */
  hasRoom(): Promise<boolean>;
  onChange(listener: ChangeListener): () => void;
  close(): Promise<void>;
}

/** A transaction under way. */
export interface Writing {
  readonly db: Transaction<Tables>;
  announce(change: Change): Promise<void>;
  /** Until the end of the transaction nobody else writes to these incidents: they may not have rows yet to lock. */
  lockIncidents(incidents: readonly string[]): Promise<void>;
}
