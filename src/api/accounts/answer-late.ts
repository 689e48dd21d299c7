import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until so long after it was made: longer than any check takes, so that the time of a refusal does not tell
 * whether a password was checked.
 */
export function answerLate(milliseconds: number): () => Promise<void> {
  const until = performance.now() + milliseconds;
  return async () => {
    const left = until - performance.now();
    if (left > 0) await sleep(left);
  };
}
