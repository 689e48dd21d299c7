import type { ApiOptions } from '../../src/api/api-options.ts';
import type { ReportTaken } from '../../src/contract/report-contract.ts';
import type { Release } from '../../src/model/release.ts';
import type { Engine } from '../temporal/engine.ts';
import { runApi, type RunningApi } from './running-api.ts';

/** Starts the API on a running engine and its store, by the real clock, with the patience that a busy machine needs. */
export const apiOnEngine = (
  engine: Engine,
  release: Release,
  options: Partial<ApiOptions> = {},
): Promise<RunningApi> =>
  runApi({
    store: engine.store,
    release,
    gateway: engine.gateway(),
    clock: { now: () => Date.now(), factor: 1 },
    beginTimeoutMilliseconds: 30_000,
    actTimeoutMilliseconds: 30_000,
    ...options,
  });

/** Reports a theft as the operator of the east station does, once for each key; its incident. */
export async function reportTheft(api: RunningApi, key = 'r'): Promise<string> {
  const body = { channel: '110', text: '被偷了', handledAt: 'scene', facts: { stolen: 'yes' } };
  const taken = await api.ask('ora', { method: 'POST', url: '/api/reports', key, body });
  return (taken.json() as ReportTaken).incident ?? '';
}
