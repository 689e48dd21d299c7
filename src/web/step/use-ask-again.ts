import { useEffect, useEffectEvent } from 'react';

const pauseMilliseconds = 1_000;

/** Asks again after a pause, for as long as there is a doubt. */
export function useAskAgain(inDoubt: boolean, ask: () => void): void {
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (!inDoubt) return;
    const timer = setTimeout(() => askNow(), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [inDoubt]);
}
