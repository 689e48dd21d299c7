/** Remembers when each session was used last, for the store marks a use without telling the one before. */
export interface IdleWatch {
  /** Milliseconds since this process saw the session last; 0 the first time. Marks it as seen. */
  idleFor(tokenHash: string, now: number): number;
  forget(tokenHash: string): void;
}

const sessionsMax = 100_000;

/** A watch in memory: a restart forgets, and then only the absolute expiry counts. */
export function createIdleWatch(): IdleWatch {
  const lastUse = new Map<string, number>();
  return {
    idleFor(tokenHash, now) {
      const last = lastUse.get(tokenHash) ?? now;
      lastUse.delete(tokenHash);
      lastUse.set(tokenHash, now);
      for (const key of lastUse.keys()) {
        if (lastUse.size <= sessionsMax) break;
        lastUse.delete(key);
      }
      return now - last;
    },
    forget: (tokenHash) => void lastUse.delete(tokenHash),
  };
}
