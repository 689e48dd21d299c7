/** What is counted, and how many failures are free before it has to wait. */
export interface ThrottleKey {
  readonly key: string;
  readonly freeTries: number;
}

/** Counts failed tries to sign in by key; who failed too often waits, longer each time. */
export interface SignInThrottle {
  /** Seconds that each of these keys still has to wait; 0 when none has to. */
  waitSeconds(keys: readonly ThrottleKey[], now: number): number;
  failed(keys: readonly ThrottleKey[], now: number): void;
  succeeded(keys: readonly ThrottleKey[]): void;
}

interface Tries {
  readonly count: number;
  readonly last: number;
}

const firstWaitMilliseconds = 2_000;
const longestWaitMilliseconds = 15 * 60_000;
const keysMax = 10_000;

/** A throttle in memory: each process counts for itself, and a restart forgets. */
export function createSignInThrottle(): SignInThrottle {
  const tries = new Map<string, Tries>();
  const waitUntil = ({ key, freeTries }: ThrottleKey) => {
    const tried = tries.get(key);
    if (!tried || tried.count < freeTries) return 0;
    const wait = firstWaitMilliseconds * 2 ** Math.min(tried.count - freeTries, 20);
    return tried.last + Math.min(wait, longestWaitMilliseconds);
  };
  return {
    waitSeconds: (keys, now) =>
      Math.max(0, ...keys.map((key) => Math.ceil((waitUntil(key) - now) / 1000))),
    failed(keys, now) {
      for (const { key } of keys) {
        const tried = tries.get(key);
        const forgotten = !tried || now - tried.last > 2 * longestWaitMilliseconds;
        tries.delete(key);
        tries.set(key, { count: forgotten ? 1 : tried.count + 1, last: now });
      }
      // The oldest go first, so that made-up names cannot fill the memory.
      for (const key of tries.keys()) {
        if (tries.size <= keysMax) break;
        tries.delete(key);
      }
    },
    succeeded(keys) {
      for (const { key } of keys) tries.delete(key);
    },
  };
}
