import { Client, Connection } from '@temporalio/client';
import type { LightMyRequestResponse } from 'fastify';
import type { ApiApp } from '../../src/api/api-app.ts';
import type { ApiOptions } from '../../src/api/api-options.ts';
import { buildApi } from '../../src/api/build-api.ts';
import type { Release } from '../../src/model/release.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { releaseLibrary } from '../../src/worker/release-library.ts';
import { isClosedIn } from '../../src/worker/client/is-closed.ts';
import { temporalGateway } from '../../src/worker/client/temporal-gateway.ts';
import { newSigner } from '../temporal/signing.ts';
import { digestKeysFrom, newKey } from '../test-keys.ts';
import { password, roles, sampleRelease, settle } from './bureau.ts';

/** A morning in Taiyuan. */
export const morning = Date.UTC(2026, 2, 2, 1);

// All APIs of a test may share a store.
const digestKeys = digestKeysFrom();

/** The API on a store of its own, with time in the test's hands. */
export interface RunningApi {
  readonly app: ApiApp;
  readonly store: Store;
  readonly release: Release;
  /** Moves both clocks. */
  pass(milliseconds: number): void;
  now(): number;
  /** Signs in, once for each person. */
  token(person: string): Promise<string>;
  ask(person: string, request: Asked): Promise<LightMyRequestResponse>;
  stop(): Promise<void>;
}

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'PUT';
  readonly url: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The real gateway, on a port where nobody listens: the engine is away. */
function awayGateway(store: Store) {
  const connection = Connection.lazy({ address: '127.0.0.1:1', connectTimeout: 200 });
  return temporalGateway({
    client: new Client({ connection }),
    taskQueue: 'none',
    releases: releaseLibrary(store, new Map()),
    signer: newSigner('api'),
    isClosed: isClosedIn(store.incidents),
    clock: { wallOrigin: 0, domainOrigin: 0, factor: 1 },
    actsPerRun: 500,
  });
}

/** Starts the API with the engine away, or with what the options say. */
export async function runApi(
  options: Partial<ApiOptions> & { readonly store?: Store } = {},
): Promise<RunningApi> {
  const opening = options.store ? undefined : await openStore({ memory: true });
  if (opening?.opened === false) throw new Error(opening.failure.message.en);
  const store = options.store ?? opening?.store;
  if (!store) throw new Error('no store');
  const release = options.release ?? sampleRelease();
  await settle(store, release);
  let passed = 0;
  const now = options.clock?.now ?? (() => morning + passed);
  const app = await buildApi({
    gateway: awayGateway(store),
    signer: newKey().signer,
    digestKeys,
    release,
    clock: { now, factor: 1 },
    wallClock: () => morning + passed,
    roles,
    beginTimeoutMilliseconds: 1_500,
    actTimeoutMilliseconds: 1_500,
    retryInboxMilliseconds: 3_600_000,
    refusedSignInMilliseconds: 20,
    ...options,
    store,
  });
  await app.ready();
  const tokens = new Map<string, string>();
  const token = async (person: string) => {
    const known = tokens.get(person);
    if (known !== undefined) return known;
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { name: person, password },
    });
    const made = answer.cookies.find(({ name }) => name === 'jiechu_session')?.value;
    if (made === undefined) throw new Error(`${person} cannot sign in: ${answer.body}`);
    tokens.set(person, made);
    return made;
  };
  return {
    app,
    store,
    release,
    token,
    pass: (milliseconds) => void (passed += milliseconds),
    now,
    ask: async (person, { method = 'GET', url, body, key, headers = {} }) =>
      app.inject({
        method,
        url,
        headers: {
          authorization: `Bearer ${await token(person)}`,
          ...(key !== undefined && { 'idempotency-key': key }),
          ...headers,
        },
        ...(body !== undefined && { payload: body as object }),
      }),
    stop: async () => {
      await app.close();
      await store.close();
    },
  };
}
