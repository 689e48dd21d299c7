import { RequestFailure } from './request-failure.ts';

// A person who would have to wait for longer decides for themselves.
const waitMostSeconds = 60;
const triesMax = 60;

/** Sends until it is answered by more than when to come again; each wait is told. */
export async function sendPatiently(
  send: () => Promise<unknown>,
  waits: (failure: RequestFailure) => void,
  sleep: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      const isLater = error instanceof RequestFailure && error.kind === 'later';
      if (!isLater || error.retryAfterSeconds > waitMostSeconds || tries >= triesMax) throw error;
      waits(error);
      await sleep(error.retryAfterSeconds * 1000);
    }
  }
}
