import { useState } from 'react';
import { useQuery, type Query } from './use-query.ts';

/** As `useQuery`; while another address is read, what was read last is shown on, and `isOld` says so. */
export function useLastQuery<T>(path: string): Query<T> & { readonly isOld: boolean } {
  const { data, failure } = useQuery<T>(path);
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  return { data: data ?? last, failure, isOld: data === undefined };
}
