import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection, type ConnectionPlugin } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';
import type { Release } from '../../src/model/release.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { activities } from '../../src/worker/activities/activities.ts';
import type { ClockSetting } from '../../src/worker/client/clock-setting.ts';
import { isClosedIn } from '../../src/worker/client/is-closed.ts';
import { foreseeingGateway } from '../../src/worker/client/foreseeing-gateway.ts';
import { createForesight } from '../../src/worker/client/foresight.ts';
import type { ProcedureGateway } from '../../src/worker/client/procedure-gateway.ts';
import { temporalGateway } from '../../src/worker/client/temporal-gateway.ts';
import { retriedUntilClosed } from '../../src/worker/client/until-closed.ts';
import type { CodecKeys } from '../../src/worker/codec/codec-keys.ts';
import { dataConverter } from '../../src/worker/codec/data-converter.ts';
import { putSigned } from '../../src/worker/keys/release-signature.ts';
import type { Signer } from '../../src/worker/keys/signed-text.ts';
import { releaseLibrary } from '../../src/worker/release-library.ts';
import type { DigestKeys } from '../../src/worker/keys/digest-keys.ts';
import { digestKeysFrom, newKey, type TestKey } from '../test-keys.ts';
import { runWorker, type RunningWorker, type WorkerOptions } from '../../src/worker/run-worker.ts';
import { newSigning, type TestSigning } from './signing.ts';

/** Everything but the API: a real Temporal server that skips time, a store, and a worker on the built bundle. */
export interface Engine {
  readonly env: TestWorkflowEnvironment;
  readonly client: Client;
  readonly store: Store;
  readonly codecKeys: CodecKeys;
  /** By which the worker signs the receipts that it writes. */
  readonly workerKey: TestKey;
  readonly signing: TestSigning;
  /** Foresees as the program's does, unless it is told that the workflow shall ask for itself. */
  gateway(options?: {
    readonly clock?: ClockSetting;
    readonly actsPerRun?: number;
    readonly foresees?: boolean;
    /** The API's, where no other is said. */
    readonly signer?: Signer;
  }): ProcedureGateway;
  /** Workflows that tests began; `endRunning` terminates those that still run, so that skipped years do not wake them. */
  readonly running: Set<string>;
  endRunning(): Promise<void>;
  /** While it is true, whatever the workflow's activities write to the store fails. */
  storeIsAway: boolean;
  /** While it is true, what starts a procedure does so and its answer is lost, as where the worker is killed then. */
  losesStarts: boolean;
  /** A local activity that decides takes this much longer, as on a machine that is too busy. */
  decidingTakesMilliseconds: number;
  /** Stops all workers, does something while none runs, and starts one that has nothing cached. */
  withoutWorker(does: () => Promise<void>): Promise<void>;
  /** Starts another worker beside the first. */
  addWorker(): Promise<void>;
  /** Stops all workers and starts one, as a deployment does; it has nothing cached. */
  restartWorker(options?: {
    readonly bundle?: string;
    readonly digestKeys?: DigestKeys;
  }): Promise<void>;
  stop(): Promise<void>;
}

const taskQueue = 'jiechu-test';
const realClock: ClockSetting = { wallOrigin: 0, domainOrigin: 0, factor: 1 };

/** Starts an engine with these releases in its store. */
export const startEngine = async (
  releases: readonly Release[],
  options: {
    readonly timeSkipping?: boolean;
    readonly codecKeys?: CodecKeys;
    readonly signing?: TestSigning;
    readonly digestKeys?: DigestKeys;
    /** Where its store lies; in memory where absent. */
    readonly folder?: string;
  } = {},
): Promise<Engine> => {
  let isOver = false;
  const plugins = [retrying(() => isOver)];
  const env = await patiently(() => environment(options.timeSkipping ?? true, plugins));
  const { folder } = options;
  const opening = await openStore(folder === undefined ? { memory: true } : { folder });
  if (!opening.opened) throw new Error(opening.failure.message.en);
  const { store } = opening;
  const signing = options.signing ?? newSigning();
  const { digestKeys = digestKeysFrom() } = options;
  for (const release of releases) await putSigned(store, release, { signer: signing.api, at: 0 });
  const codecKeys = options.codecKeys ?? {
    current: 'test',
    keys: { test: new Uint8Array(randomBytes(32)) },
  };
  const converter = dataConverter({ codecKeys, trusted: signing.trusted });
  const client = new Client({
    connection: env.connection,
    namespace: env.namespace ?? 'default',
    dataConverter: converter,
  });
  const library = releaseLibrary(store, signing.trusted);
  const gateway: Engine['gateway'] = ({
    clock = realClock,
    actsPerRun = 500,
    foresees = true,
    signer = signing.api,
  } = {}) => {
    const plain = temporalGateway({
      client,
      taskQueue,
      releases: library,
      clock,
      actsPerRun,
      signer,
      isClosed: isClosedIn(store.incidents),
      wallNow: () => env.currentTimeMs(),
    });
    return foresees ? foreseeingGateway(plain, createForesight(library, store.incidents)) : plain;
  };
  const away: Store = {
    ...store,
    log: {
      ...store.log,
      append: async (entries) => {
        if (engine.storeIsAway) throw new Error('the store is away');
        return store.log.append(entries);
      },
    },
  };
  const slowed = (real: WorkerOptions['activities']): WorkerOptions['activities'] => ({
    ...real,
    decide: async (asked) => {
      await sleep(engine.decidingTakesMilliseconds);
      return real.decide(asked);
    },
    startProcedure: async (ticket, asked) => {
      const answer = await real.startProcedure(ticket, asked);
      if (engine.losesStarts) throw new Error('the answer is lost');
      return answer;
    },
  });
  const workerKey = newKey('worker');
  const work = (
    options: Partial<Pick<WorkerOptions, 'connection' | 'bundle'>> & {
      readonly digestKeys?: DigestKeys;
    } = {},
  ): Promise<RunningWorker> =>
    runWorker({
      connection: options.connection ?? env.nativeConnection,
      ...(options.bundle !== undefined && { bundle: options.bundle }),
      namespace: env.namespace ?? 'default',
      taskQueue,
      dataConverter: converter,
      activities: slowed(
        activities({
          store: away,
          releases: library,
          gateway: gateway({ signer: signing.worker }),
          clock: realClock,
          signer: workerKey.signer,
          digestKeys: options.digestKeys ?? digestKeys,
        }),
      ),
    });
  const running = new Set<string>();
  const stopWorkers = async (): Promise<void> => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  };
  const workers = [await work()];
  const engine: Engine = {
    env,
    client,
    store,
    codecKeys,
    workerKey,
    signing,
    gateway,
    running,
    endRunning: async () => {
      for (const id of running)
        await client.workflow
          .getHandle(id)
          .terminate()
          .catch(() => undefined);
      running.clear();
    },
    storeIsAway: false,
    losesStarts: false,
    decidingTakesMilliseconds: 0,
    addWorker: async () => {
      // As another process does: with a connection of its own.
      workers.push(await work({ connection: { address: env.address } }));
    },
    withoutWorker: async (does) => {
      await stopWorkers();
      await does();
      workers.push(await work());
    },
    restartWorker: async (options) => {
      await stopWorkers();
      workers.push(await work(options));
    },
    stop: async () => {
      await stopWorkers();
      isOver = true;
      await env.teardown();
      await store.close();
    },
  };
  return engine;
};

// The SDK gives a server five seconds to start, which a loaded machine does not always take only.
const patiently = async <T>(start: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; attempt < 4; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      if (!String(error).includes('did not start within')) throw error;
    }
  }
  return start();
};

// This server hangs up on who pings every half minute, as the client does by itself. A skip that was under way is then
// lost, and with it the server's count of who waits: time is not skipped any more.
const seldomPings: ConnectionPlugin = {
  name: 'seldom pings',
  configureConnection: (options) => ({
    ...options,
    channelArgs: { ...options.channelArgs, 'grpc.keepalive_time_ms': 3_600_000 },
  }),
};

// A call that is still tried again when the engine is stopped would throw in the next file.
const retrying = (isClosed: () => boolean): ConnectionPlugin => ({
  name: 'retried until closed',
  configureConnection: (options) => ({
    ...options,
    interceptors: [...retriedUntilClosed(isClosed)],
  }),
});

const environment = (
  timeSkipping: boolean,
  plugins: readonly ConnectionPlugin[],
): Promise<TestWorkflowEnvironment> => {
  if (!timeSkipping) return sharedServer(plugins);
  const path = provided('TEMPORAL_TEST_SERVER');
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
    plugins: [seldomPings, ...plugins],
  });
};

// Ids are the same in many files: each engine has a namespace of its own.
const sharedServer = async (
  plugins: readonly ConnectionPlugin[],
): Promise<TestWorkflowEnvironment> => {
  const address = inject('temporalAddress') ?? provided('TEMPORAL_CLI');
  const namespace = `of-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    await untilKnown(connection, namespace);
  } finally {
    await connection.close();
  }
  return TestWorkflowEnvironment.createFromExistingServer({
    address,
    namespace,
    plugins: [...plugins],
  });
};

// The server reads its namespaces anew each second.
const untilKnown = async (connection: Connection, namespace: string): Promise<void> => {
  const ask = { namespace, taskQueue: { name: taskQueue }, taskQueueType: 1 };
  for (let tried = 0; tried < 300; tried += 1) {
    try {
      await connection.workflowService.describeTaskQueue(ask);
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`the Temporal server does not come to know its namespace ${namespace}`);
};

const provided = (name: string): string => {
  const path = process.env[name];
  if (path === undefined) throw new Error(`${name} is not set: run the tests with \`npm test\``);
  return path;
};
