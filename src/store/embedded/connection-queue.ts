/** Hands out the one connection that an embedded database has: who asks while it is taken waits in line. */
export class ConnectionQueue {
  #last: Promise<void> = Promise.resolve();
  #free: () => void = () => {};

  async take(): Promise<void> {
    const before = this.#last;
    let free!: () => void;
    this.#last = new Promise((resolve) => (free = resolve));
    await before;
    this.#free = free;
  }

  give(): void {
    this.#free();
  }
}
