/**
 * One at a time, in the order of asking. What finds nobody before it runs at once, and costs no promise unless it waits
 * for something itself. Built on promises alone, so it replays.
 */
export class Lock {
  private tail: Promise<void> | undefined;

  run<T>(task: () => T | Promise<T>): T | Promise<T> {
    if (this.tail !== undefined) return this.hold(this.tail.then(task));
    const result = task();
    return result instanceof Promise ? this.hold(result) : result;
  }

  private hold<T>(turn: Promise<T>): Promise<T> {
    const release = (): void => {
      if (this.tail === tail) this.tail = undefined;
    };
    const tail: Promise<void> = turn.then(release, release);
    this.tail = tail;
    return turn;
  }
}
