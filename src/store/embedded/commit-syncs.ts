/** Puts files on the disk, at once or without holding up the process. */
export interface Disk {
  readonly syncNow: (file: number) => void;
  readonly sync: (file: number) => Promise<void>;
}

/**
 * The syncs of commits. PostgreSQL asks for one within each commit and stands still until it is there, and in an
 * embedded database the whole process with it. A commit's sync is therefore put off until the statement has returned,
 * and done elsewhere: the commit is acknowledged once it is on the disk, and meanwhile others go on. Those that come
 * while a sync is under way share the next.
 *
 * INVARIANT: the log is on the disk before what it tells of. So nothing else is written, and no file closed, before
 * what was put off is done.
 */
export class CommitSyncs {
  readonly #disk: Disk;
  readonly #waiting = new Set<number>();
  readonly #underWay = new Set<number>();
  #isCommit = false;
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #failure: unknown;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** Runs a commit: the syncs it asks for wait for `done`. */
  async commit<T>(run: () => Promise<T>): Promise<T> {
    this.#isCommit = true;
    try {
      return await run();
    } finally {
      this.#isCommit = false;
    }
  }

  /** True where some commits are not known to be on the disk. */
  get isBehind(): boolean {
    return this.#failure !== undefined || this.#waiting.size > 0 || this.#underWay.size > 0;
  }

  /** Settles when every commit so far is on the disk; fails where that is not known, and from then on always. */
  done(): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#waiting.size === 0 && this.#underWay.size === 0) return Promise.resolve();
    if (this.#waiting.size === 0) return this.#last;
    this.#next ??= this.#last.then(() => this.#syncWaiting());
    this.#last = this.#next;
    return this.#next;
  }

  /** PostgreSQL asks for a file to be on the disk. */
  wanted(file: number): void {
    if (this.#isCommit) this.#waiting.add(file);
    else this.#disk.syncNow(file);
  }

  /** Something is about to happen that may only follow what was put off. */
  before(): void {
    for (const file of [...this.#waiting, ...this.#underWay]) this.#disk.syncNow(file);
    this.#waiting.clear();
    this.#underWay.clear();
  }

  async #syncWaiting(): Promise<void> {
    this.#next = undefined;
    const files = [...this.#waiting];
    this.#waiting.clear();
    for (const file of files) this.#underWay.add(file);
    try {
      for (const file of files) if (this.#underWay.has(file)) await this.#sync(file);
    } catch (error) {
      // Linux forgets what it could not write: a later sync that succeeds would say nothing.
      this.#failure = error;
      throw error;
    }
  }

  async #sync(file: number): Promise<void> {
    try {
      await this.#disk.sync(file);
    } catch (error) {
      // Synced and closed meanwhile by `before`.
      if (this.#underWay.has(file)) throw error;
    }
    this.#underWay.delete(file);
  }
}
