import { messages, type PGlite } from '@electric-sql/pglite';
import type { DatabaseConnection } from 'kysely';
import { isDiskFull } from '../is-disk-full.ts';
import type { CommitSyncs } from './commit-syncs.ts';
import { canWriteBeside, demandRoom, DiskFull } from './disk-room.ts';
import { pgliteConnection } from './pglite-connection.ts';

/** A database that runs, until it fails to write. */
export interface OpenPglite {
  readonly pglite: PGlite;
  /** Of a database in a folder: the syncs of its commits. */
  readonly commits?: CommitSyncs;
}

/** Where a database lies, and how it is opened once more. */
export interface Reopening {
  readonly folder: string;
  open(): Promise<OpenPglite>;
}

/** The database has failed and is opened again; the same may work in a moment. */
export class DatabaseDown extends Error {
  // As PostgreSQL says that it cannot be connected to now.
  readonly code = '57P03';
}

/** A connection of one life of the database. */
export interface Life {
  readonly open: OpenPglite;
  readonly connection: DatabaseConnection;
  /** Why nothing more may be asked of it. */
  death?: Error;
}

const retryMilliseconds = 2_000;
// Longer than any request takes: one that read what was not on the disk yet is over by then.
const doubtMilliseconds = 20_000;

/**
 * An embedded database that outlives a full disk. Once it has failed to write its log, whatever is asked of it next
 * never comes back and holds up the process: so it is asked nothing more, and another is opened on the same folder when
 * there is room. That one finds every commit that was on the disk.
 */
export class LivingPglite {
  readonly #reopening: Reopening | undefined;
  #life: Life;
  #opening: Promise<void> | undefined;
  #triedAt = -Infinity;
  #doubtUntil = -Infinity;
  #wasFull = false;

  constructor(open: OpenPglite, reopening?: Reopening) {
    this.#life = lifeOf(open);
    this.#reopening = reopening;
  }

  /** The present life; throws while there is none. */
  async life(): Promise<Life> {
    if (this.#life.death === undefined) return this.#life;
    await this.#revive();
    return this.#life;
  }

  /** Throws where there is no room for a transaction that writes. */
  demandRoom(): void {
    if (this.#reopening) demandRoom(this.#reopening.folder);
  }

  /** True where writing works. */
  async hasRoom(): Promise<boolean> {
    try {
      this.demandRoom();
      await this.life();
      // A quota is met only by writing.
      if (this.#wasFull && this.#reopening) {
        this.#wasFull = !(await canWriteBeside(this.#reopening.folder));
      }
      return !this.#wasFull;
    } catch {
      return false;
    }
  }

  /** Settles when all that can be read now is on the disk; fails where what was read may be lost since. */
  async onDisk(): Promise<void> {
    if (performance.now() < this.#doubtUntil) {
      throw new DatabaseDown('the database was opened again, and what was read before may be lost');
    }
    await this.synced(this.#life);
  }

  /** Settles when every commit of a life is on the disk. */
  async synced(life: Life): Promise<void> {
    try {
      await life.open.commits?.done();
    } catch (error) {
      this.#bury(life, error);
      throw asDown(error);
    }
    if (life.death) throw asDown(life.death);
  }

  /** Runs something on a life; an error that it does not survive ends it. */
  async run<T>(life: Life, work: () => Promise<T>): Promise<T> {
    if (life.death) throw asDown(life.death);
    try {
      return await work();
    } catch (error) {
      this.#wasFull ||= isDiskFull(error);
      if (this.#reopening && !survives(error)) this.#bury(life, error);
      throw error;
    }
  }

  async close(): Promise<void> {
    const { death, open } = this.#life;
    if (death) return;
    // Without room it is left as by a power cut, which the next start knows how to mend.
    if (await this.hasRoom()) await open.pglite.close();
    else await open.commits?.done();
  }

  #bury(life: Life, error: unknown): void {
    if (life.death) return;
    life.death = error instanceof Error ? error : new Error(String(error));
    if (life.open.commits?.isBehind === true) {
      this.#doubtUntil = performance.now() + doubtMilliseconds;
    }
    process.emitWarning(`the embedded database is opened again: ${life.death.message}`);
  }

  async #revive(): Promise<void> {
    this.#opening ??= this.#open().finally(() => (this.#opening = undefined));
    await this.#opening;
  }

  async #open(): Promise<void> {
    const { death } = this.#life;
    if (!this.#reopening) throw asDown(death);
    const { folder, open } = this.#reopening;
    if (performance.now() - this.#triedAt < retryMilliseconds) throw asDown(death);
    this.#triedAt = performance.now();
    if (!(await canWriteBeside(folder))) throw new DiskFull(folder);
    try {
      this.#life = lifeOf(await open());
    } catch (error) {
      throw asDown(error);
    }
  }
}

const lifeOf = (open: OpenPglite): Life => ({ open, connection: pgliteConnection(open.pglite) });

const asDown = (error: unknown): Error =>
  error instanceof Error && isDiskFull(error)
    ? error
    : new DatabaseDown('the embedded database has failed', { cause: error });

// An error about a statement leaves PostgreSQL as it was. Where it could not write, or something else broke, its state
// is unknown.
function survives(error: unknown): boolean {
  if (!(error instanceof messages.DatabaseError)) return false;
  return !/^(53100|58)/.test(error.code ?? '') && !/PANIC|FATAL/.test(error.severity ?? '');
}
