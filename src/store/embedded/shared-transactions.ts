import type { Kysely } from 'kysely';
import type { Writing } from '../database.ts';
import type { Change } from '../ports/change.ts';
import type { Until } from '../ports/until.ts';
import type { Tables } from '../tables.ts';

const writesMax = 32;

// One connection writes at a time: there is nobody to lock out.
const alone = async (): Promise<void> => {};

/** A write that waits for its turn. */
interface Waiting {
  readonly until: Until;
  readonly attempt: (transaction: Writing['db']) => Promise<Written>;
  readonly fail: (error: unknown) => void;
}

/** A write whose transaction is committed: the changes to tell, and the call that gives its result to the caller. */
interface Written {
  readonly changes: readonly Change[];
  readonly succeed: () => void;
}

/** The outside of a transaction: the listener to its changes, and the disk that it waits for. */
interface Outside {
  readonly tell: (change: Change) => void;
  /** Settles when every transaction so far is on the disk. */
  readonly onDisk: () => Promise<void>;
}

/**
 * Writes that wait for the one connection share a transaction, and so one fsync, which costs more than what most of
 * them write (PostgreSQL calls this a group commit). Where one of them fails, none has happened: each is done alone.
 * While a transaction goes to the disk the next one runs.
 */
export function sharedTransactions(
  db: Kysely<Tables>,
  { tell, onDisk }: Outside,
): <T>(run: (writing: Writing) => Promise<T>, until?: Until) => Promise<T> {
  const waiting: Waiting[] = [];
  let isWriting = false;

  const commit = async (writes: readonly Waiting[]): Promise<void> => {
    const written = await db.transaction().execute(async (transaction) => {
      const done: Written[] = [];
      for (const { attempt } of writes) done.push(await attempt(transaction));
      return done;
    });
    for (const [index, { until }] of writes.entries())
      if (until === 'readable') written[index]?.succeed();
    void acknowledge(writes, written);
  };

  const acknowledge = async (
    writes: readonly Waiting[],
    written: readonly Written[],
  ): Promise<void> => {
    try {
      await onDisk();
    } catch (error) {
      for (const { fail } of writes) fail(error);
      return;
    }
    for (const { changes, succeed } of written) {
      succeed();
      changes.forEach(tell);
    }
  };

  const commitAlone = async (write: Waiting): Promise<void> => {
    await commit([write]).catch(write.fail);
  };

  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const writes = waiting.splice(0, writesMax);
      const [first] = writes;
      if (writes.length === 1 && first !== undefined) {
        await commitAlone(first);
        continue;
      }
      try {
        await commit(writes);
      } catch {
        for (const write of writes) await commitAlone(write);
      }
    }
    isWriting = false;
  };

  return (run, until = 'on-disk') =>
    new Promise((resolve, reject) => {
      const attempt: Waiting['attempt'] = async (transaction) => {
        const changes: Change[] = [];
        const announce = async (change: Change) => void changes.push(change);
        const result = await run({ db: transaction, announce, lockIncidents: alone });
        return { changes, succeed: () => resolve(result) };
      };
      waiting.push({ until, attempt, fail: reject });
      if (!isWriting) void writeAll();
    });
}
