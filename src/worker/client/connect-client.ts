import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { TemporalPlace } from '../server/temporal-place.ts';
import { retriedUntilClosed } from './until-closed.ts';

/** A client of a Temporal server, and how to let go of it. */
export interface ConnectedClient {
  readonly client: Client;
  close(): Promise<void>;
}

/** Connects lazily: the server may be away now and come back later. */
export const connectClient = (
  place: TemporalPlace,
  dataConverter: DataConverter,
): ConnectedClient => {
  let isClosed = false;
  const connection = Connection.lazy({
    interceptors: [...retriedUntilClosed(() => isClosed)],
    address: place.address,
    ...(place.tls === undefined ? {} : { tls: place.tls }),
    ...(place.apiKey === undefined ? {} : { apiKey: place.apiKey }),
  });
  const client = new Client({ connection, namespace: place.namespace, dataConverter });
  return {
    client,
    close: () => {
      isClosed = true;
      return connection.close();
    },
  };
};
