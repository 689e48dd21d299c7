import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Starts every part again that has ended, as a service manager does. What is held stays down; what ended without being
 * killed is told to `onEnded`.
 */
export const supervise = (parts, onEnded) => {
  const held = new Set();
  const killed = new Set();
  let isOver = false;

  const keep = async (part) => {
    while (!isOver) {
      if (!held.has(part.name) && !part.isAlive()) {
        if (!killed.delete(part.name)) onEnded(part.name);
        await part.start().catch(() => undefined);
      }
      await sleep(100);
    }
  };
  const kept = parts.map(keep);

  return {
    /** Keeps a part down that is about to be killed, until `release`. */
    hold(name) {
      held.add(name);
      killed.add(name);
    },
    release: (name) => void held.delete(name),
    async stop() {
      isOver = true;
      await Promise.race([Promise.all(kept), sleep(60_000, undefined, { ref: false })]);
    },
  };
};
