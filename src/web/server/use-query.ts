import { useCallback, useSyncExternalStore } from 'react';
import type { RequestFailure } from './request-failure.ts';
import { useServer } from './use-server.ts';

export interface Query<T> {
  readonly data: T | undefined;
  readonly failure: RequestFailure | undefined;
}

/** The answer to `GET path`, read again whenever the server says that it changed. */
export function useQuery<T>(path: string): Query<T> {
  const { queries } = useServer();
  const watch = useCallback((draw: () => void) => queries.watch(path, draw), [queries, path]);
  const state = useSyncExternalStore(watch, () => queries.state(path));
  return { data: state.data as T | undefined, failure: state.failure };
}
