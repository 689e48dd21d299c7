import { createContext } from 'react';
import type { Notices } from '../../contract/directory-contract.ts';
import type { Uploads } from '../file/uploads.ts';
import type { Confirmation } from './confirmation.ts';
import type { Observable } from './observable.ts';
import type { QueryCache } from './query-cache.ts';
import type { ServerRequest } from './send-request.ts';

export interface Server {
  readonly send: (request: Omit<ServerRequest, 'language'>) => Promise<unknown>;
  readonly queries: QueryCache;
  /** Asks for the password once more before an agreement goes out. */
  readonly confirmation: Confirmation;
  /** Files on their way to the server. */
  readonly uploads: Uploads;
  /** True where the last request reached the server. */
  readonly reachable: Observable<boolean>;
  /** True while the server's events arrive, so that what is shown is of now. */
  readonly live: Observable<boolean>;
  /** The last notice to me that I have not looked at. */
  readonly news: Observable<Notices['notices'][number] | undefined>;
}

export const ServerContext = createContext<Server | undefined>(undefined);
