// Many incidents are busy: so many wrote something within so long.
const busyIncidents = 4;
const busyMilliseconds = 100;
const gatherMilliseconds = 30;

/**
 * Decides whether a transaction waits for others that are on their way. While many incidents are busy it does, for a
 * moment: that makes fewer transactions, each of which costs as much as a dozen statements (PostgreSQL has
 * `commit_delay` and `commit_siblings` for it). Else it does not. All times are milliseconds of one clock.
 */
export class Gathering {
  readonly #asked = new Map<string, number>();
  #began = -Infinity;

  /** An incident has something to write. */
  asked(incident: string, now: number): void {
    this.#asked.delete(incident);
    this.#asked.set(incident, now);
    for (const [oldest, at] of this.#asked) {
      if (at > now - busyMilliseconds) break;
      this.#asked.delete(oldest);
    }
  }

  /** The time that the next transaction waits. */
  wait(now: number): number {
    if (this.#asked.size < busyIncidents) return 0;
    return Math.max(0, this.#began + gatherMilliseconds - now);
  }

  /** A transaction begins. */
  began(now: number): void {
    this.#began = now;
  }
}
