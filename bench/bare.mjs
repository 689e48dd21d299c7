import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';

const taskQueue = 'bare';

/** The reference: a worker and a client for workflows that take updates and do nothing with them. */
export const openBare = async ({ address, namespace }) => {
  const native = await NativeConnection.connect({ address });
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const worker = await Worker.create({
    connection: native,
    namespace,
    taskQueue,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: join(import.meta.dirname, 'bare-workflow.mjs'),
      logger: new DefaultLogger('ERROR'),
    }),
    maxCachedWorkflows: 2000,
  });
  const run = worker.run();
  return {
    client,
    /** Starts a workflow that ends after so many updates, of which the first comes along. */
    begin: async (updates) => {
      const id = `bare-${randomUUID()}`;
      await client.workflow.executeUpdateWithStart('act', {
        args: ['begin'],
        startWorkflowOperation: new WithStartWorkflowOperation('bare', {
          workflowId: id,
          taskQueue,
          args: [updates],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      });
      return id;
    },
    update: (id, content) =>
      client.workflow.getHandle(id).executeUpdate('act', { args: [content] }),
    close: async () => {
      worker.shutdown();
      await run;
      await connection.close();
      await native.close();
    },
  };
};
