import { existsSync } from 'node:fs';
import {
  GracefulShutdownPeriodExpiredError,
  NativeConnection,
  Worker,
  type NativeConnectionOptions,
} from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import type { LocalPorts, Ports } from '../../workflows/ports.ts';
import { builtFile } from './server/built-file.ts';

/** Where Temporal is and what the worker serves there. */
export interface WorkerOptions {
  readonly connection: NativeConnectionOptions | NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly dataConverter: DataConverter;
  readonly activities: LocalPorts & Ports;
  /** The workflow code; the build's where absent. */
  readonly bundle?: string;
  /** Workflows kept in memory between their tasks. */
  readonly cachedWorkflowsMax?: number;
}

/** A worker that runs. */
export interface RunningWorker {
  /** Settles when it has stopped; throws where it failed. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

// Payloads are compressed and encrypted by the codec already, and do not get smaller.
const uncompressed = { codec: 'none' } as const;

// A server that is away or stands still would keep it from ever ending.
const stopsWithin = '15 seconds';

/** Starts a worker on the workflow bundle that the build made. */
export const runWorker = async (options: WorkerOptions): Promise<RunningWorker> => {
  const codePath = options.bundle ?? builtFile('workflow-bundle.js');
  if (!existsSync(codePath)) throw new Error(`${codePath} is missing: run \`npm run build\` first`);
  const own = !(options.connection instanceof NativeConnection);
  const connection =
    options.connection instanceof NativeConnection
      ? options.connection
      : await NativeConnection.connect({ grpcCompression: uncompressed, ...options.connection });
  const worker = await Worker.create({
    connection,
    namespace: options.namespace,
    taskQueue: options.taskQueue,
    workflowBundle: { codePath },
    dataConverter: options.dataConverter,
    activities: options.activities,
    shutdownForceTime: stopsWithin,
    ...(options.cachedWorkflowsMax === undefined
      ? {}
      : { maxCachedWorkflows: options.cachedWorkflowsMax }),
  });
  const ended = worker.run().finally(() => (own ? connection.close() : undefined));
  return {
    ended,
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      // Its work stays in the histories, and another worker goes on with it.
      await ended.catch((error: unknown) => {
        if (!(error instanceof GracefulShutdownPeriodExpiredError)) throw error;
      });
    },
  };
};
