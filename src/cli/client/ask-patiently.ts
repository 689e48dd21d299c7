import { setTimeout as sleep } from 'node:timers/promises';
import { askOnce, type Answer, type Ask } from './ask.ts';
import { signIn, SystemAway, type SignedIn } from './sign-in.ts';

/** Whom to sign in as, and until when to try. */
export interface Patience {
  readonly url: string;
  readonly name: string;
  readonly password: string;
  readonly stop: AbortSignal;
  /** Told when the system is found away, and when it is back. */
  readonly onAway?: (isAway: boolean) => void;
}

const pauseMilliseconds = 1000;
// The system, its engine or its database is away for a moment, or has too much to do: the same again under the same key.
const comesBack = new Set([429, 502, 503, 504]);

/**
 * Asks until there is an answer, however long the system is away, and signs in anew when the session has ended. Nothing
 * is answered only where it was told to stop.
 */
export function askPatiently(patience: Patience): Ask {
  const { stop, onAway } = patience;
  let session: Promise<SignedIn> | undefined;
  const signedIn = async (): Promise<SignedIn | undefined> => {
    session ??= signIn(patience);
    try {
      return await session;
    } catch (error) {
      session = undefined;
      if (error instanceof SystemAway) return undefined;
      throw error;
    }
  };
  const tryOnce = async (asked: Parameters<Ask>[0]): Promise<Answer | undefined> => {
    const system = await signedIn();
    const answer = system && (await askOnce(system, stop)(asked));
    if (answer?.status !== 401) return answer;
    session = undefined;
    return undefined;
  };
  return async (asked) => {
    let wasAway = false;
    const tell = (isAway: boolean) => {
      if (wasAway !== isAway) onAway?.(isAway);
      wasAway = isAway;
    };
    while (!stop.aborted) {
      const answer = await tryOnce(asked);
      if (answer !== undefined && !comesBack.has(answer.status)) {
        tell(false);
        return answer;
      }
      tell(true);
      await sleep(pauseMilliseconds, undefined, { signal: stop }).catch(() => undefined);
    }
    return undefined;
  };
}
