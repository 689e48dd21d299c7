import { heartbeatMilliseconds } from '../../contract/heartbeat.ts';
import { readAnswer } from './read-answer.ts';

export interface EventWatch {
  /** The stream is open; whatever happened before it was may have been missed. */
  readonly opened: () => void;
  readonly lost: () => void;
  readonly heard: (name: 'changed' | 'notice', data: unknown) => void;
  /** Asked before each new try: false stops trying (nobody is signed in). */
  readonly mayRetry: () => Promise<boolean>;
}

const waitFirst = 1_000;
// Somebody who looks at the page should not wait long once the server is back.
const waitMost = 10_000;
// A network that went away may tell neither side: the stream looks open, and nothing comes any more.
const silenceMost = 2 * heartbeatMilliseconds;

/** Follows `GET /api/events` for as long as the page lives; tries again with growing pauses. */
export function watchEvents(watch: EventWatch): { wake: () => void; stop: () => void } {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = waitFirst;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const lose = () => {
    clearTimeout(silence);
    source?.close();
    source = undefined;
    watch.lost();
    // Spread, so that a restarted server is not met by everybody in the same second.
    timer = setTimeout(retry, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, waitMost);
  };
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(lose, silenceMost);
  };
  const connect = () => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource('/api/events');
    listen();
    source.onopen = () => {
      wait = waitFirst;
      listen();
      watch.opened();
    };
    source.onerror = lose;
    source.addEventListener('here', listen);
    for (const name of ['changed', 'notice'] as const) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        listen();
        watch.heard(name, readAnswer(event.data));
      });
    }
  };
  const retry = () => {
    void watch.mayRetry().then((may) => {
      if (may && !stopped) connect();
    });
  };
  connect();
  return {
    wake: () => {
      if (source || stopped) return;
      clearTimeout(timer);
      retry();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(silence);
      source?.close();
    },
  };
}
