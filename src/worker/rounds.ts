/** Work that comes round again and again until it is stopped. */
export interface Rounds {
  readonly isStopped: () => boolean;
  /** Begins no further round, and waits for the one that is under way. */
  stop(): Promise<void>;
}

/**
 * Does a work again and again, with a pause between the end of one round and the next. A round that fails is told of, and
 * the next one comes all the same; the timer keeps no process alive.
 */
export function inRounds(
  work: (isStopped: () => boolean) => Promise<void>,
  {
    everyMilliseconds,
    pausesFirst = false,
    onError,
  }: {
    readonly everyMilliseconds: number;
    readonly pausesFirst?: boolean;
    readonly onError: (error: unknown) => void;
  },
): Rounds {
  let hasStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const isStopped = (): boolean => hasStopped;
  const pause = (): void => {
    if (hasStopped) return;
    timer = setTimeout(() => (round = begin()), everyMilliseconds);
    timer.unref();
  };
  const begin = (): Promise<void> => work(isStopped).catch(onError).finally(pause);
  let round = Promise.resolve();
  if (pausesFirst) pause();
  else round = begin();
  return {
    isStopped,
    async stop() {
      hasStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
