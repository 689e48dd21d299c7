import type { ApiOptions } from './api-options.ts';
import { buildApi } from './build-api.ts';

/** A server that listens. */
export interface RunningApi {
  /** `http://127.0.0.1:8080`. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Builds the server and listens; without a host on this machine only. */
export async function startApi(
  options: ApiOptions & { readonly host?: string; readonly port: number },
): Promise<RunningApi> {
  const { host = '127.0.0.1', port } = options;
  const app = await buildApi(options);
  const address = await app.listen({ host, port });
  return { address, stop: () => app.close() };
}
