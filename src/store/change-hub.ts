import type { Change, ChangeListener } from './ports/change.ts';

/** Passes changes on to whoever listens in this process. */
export class ChangeHub {
  readonly #listeners = new Set<ChangeListener>();

  listen(listener: ChangeListener): () => void {
    const own: ChangeListener = (change) => listener(change); // the same function may listen twice
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** The change is committed already: a listener that fails must not look like a failed write. */
  tell(change: Change): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }
}
