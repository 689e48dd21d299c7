const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let wall = Date.now();

function tick(): void {
  wall = Date.now();
  for (const listener of listeners) listener();
}

/** One timer for all countdowns of the page, running only while something listens. */
export const ticker = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    if (timer === undefined) {
      wall = Date.now();
      timer = setInterval(tick, 1000);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  },
  wall: (): number => wall,
};
