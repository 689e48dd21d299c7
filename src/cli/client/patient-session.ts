import { setTimeout as sleep } from 'node:timers/promises';
import { askOnce, type Answer, type Ask } from './ask.ts';
import { readChanges } from './read-changes.ts';
import { signIn, SystemAway, type SignedIn } from './sign-in.ts';

/** An account to sign in with, and how long to try. */
export interface Patience {
  readonly url: string;
  readonly name: string;
  readonly password: string;
  readonly stop: AbortSignal;
}

/** Somebody at work in a running system, who outlasts its absences. */
export interface PatientSession {
  /**
   * Asks until there is an answer, however long the system is away, and signs in anew when the session has ended.
   * It gives no answer only where it was told to stop.
   */
  readonly ask: Ask;
  /** Hears of what changes until it is told to stop; `heard` is also called when it listens again after a break. */
  listen(heard: (incident: string | undefined) => void): Promise<void>;
}

const pauseMilliseconds = 1000;
// The system, its engine or its database is away for a moment, or has too much to do: the same again under the same key.
const comesBack = new Set([429, 502, 503, 504]);

/** Signs in when it is first asked for something. */
export function patientSession(patience: Patience): PatientSession {
  const { stop } = patience;
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
    // A request that is on its way is waited for, also when told to stop: it may have been taken.
    const answer = system && (await askOnce(system)(asked));
    if (answer?.status !== 401) return answer;
    session = undefined;
    return undefined;
  };
  const pause = (seconds?: number) =>
    sleep(seconds === undefined ? pauseMilliseconds : seconds * 1000, undefined, {
      signal: stop,
    }).catch(() => undefined);
  return {
    async ask(asked) {
      while (!stop.aborted) {
        const answer = await tryOnce(asked);
        if (answer !== undefined && !comesBack.has(answer.status)) return answer;
        await pause(answer?.retryAfterSeconds);
      }
      return undefined;
    },
    async listen(heard) {
      while (!stop.aborted) {
        const system = await signedIn();
        if (system && (await readChanges(system, { stop, heard })) === 401) session = undefined;
        await pause();
      }
    },
  };
}
