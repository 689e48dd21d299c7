import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Ask } from './ask.ts';

const triesMax = 60;

/** Asks again, under the same key, what a system sends away for a while; each wait is told. */
export const askAgain =
  (ask: Ask, stop: AbortSignal, waits: (answer: Answer, seconds: number) => void): Ask =>
  async (asked) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await ask(asked);
      const { status, retryAfterSeconds: seconds } = answer ?? {};
      const isSentAway = status === 429 || status === 503;
      if (!answer || !isSentAway || seconds === undefined || tries >= triesMax) return answer;
      waits(answer, seconds);
      await sleep(seconds * 1000, undefined, { signal: stop }).catch(() => undefined);
      if (stop.aborted) return answer;
    }
  };
