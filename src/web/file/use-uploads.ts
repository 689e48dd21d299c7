import { useSyncExternalStore } from 'react';
import { useServer } from '../server/use-server.ts';
import type { Uploads } from './uploads.ts';

/** The files on their way; what shows them is drawn anew as they go on. */
export function useUploads(): Uploads {
  const { uploads } = useServer();
  useSyncExternalStore(uploads.subscribe, uploads.version);
  return uploads;
}
