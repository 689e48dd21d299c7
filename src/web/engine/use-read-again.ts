import { useEffect } from 'react';
import { useServer } from '../server/use-server.ts';

const everyMilliseconds = 15_000;

/** Reads an address again from time to time: nothing tells of what stands still. */
export function useReadAgain(path: string): void {
  const { queries } = useServer();
  useEffect(() => {
    const timer = setInterval(() => queries.refresh((each) => each === path), everyMilliseconds);
    return () => clearInterval(timer);
  }, [queries, path]);
}
