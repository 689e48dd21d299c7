import { setTimeout as sleep } from 'node:timers/promises';
import {
  WorkflowNotFoundError,
  type Client,
  type WorkflowExecutionDescription,
} from '@temporalio/client';

const pauseMilliseconds = 200;
// A run goes on in the next once what it has under way outside is over, which may take several tries.
const triesMax = 150;

/** Waits until a run has gone on in the next, or is over. */
export const untilContinued = async (client: Client, id: string, runId: string): Promise<void> => {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const run = await describe(client, id, runId);
    if (run?.status.name !== 'RUNNING') return;
    await sleep(pauseMilliseconds);
  }
  throw new Error(`${id} has not continued as new`);
};

/**
 * Asks the server to delete every history of a procedure but that of the run that is on. It takes its time over it: true
 * once it has none of them any more.
 */
export const forgetRuns = async (client: Client, workflowId: string): Promise<boolean> => {
  const ended = (await runsOf(client, workflowId)).filter(
    ({ status }) => status.name !== 'RUNNING',
  );
  for (const { runId } of ended) {
    await client.workflowService
      .deleteWorkflowExecution({
        namespace: client.options.namespace,
        workflowExecution: { workflowId, runId },
      })
      .catch(ignoreMissing);
  }
  return ended.length === 0;
};

// The server's list may lag behind, in both ways: the last run is asked for by itself, and what is gone is left out.
const runsOf = async (
  client: Client,
  workflowId: string,
): Promise<readonly WorkflowExecutionDescription[]> => {
  const ids = new Set<string | undefined>([undefined]);
  const query = `WorkflowId = "${workflowId.replaceAll(/["\\]/g, '\\$&')}"`;
  for await (const { runId } of client.workflow.list({ query })) ids.add(runId);
  const found = new Map<string, WorkflowExecutionDescription>();
  for (const runId of ids) {
    const run = await describe(client, workflowId, runId);
    if (run !== undefined) found.set(run.runId, run);
  }
  return [...found.values()];
};

const describe = (
  client: Client,
  id: string,
  runId: string | undefined,
): Promise<WorkflowExecutionDescription | undefined> =>
  client.workflow.getHandle(id, runId).describe().catch(ignoreMissing);

// gRPC's number for what is not there.
const notFound = 5;

const ignoreMissing = (error: unknown): undefined => {
  const isMissing =
    error instanceof WorkflowNotFoundError ||
    (error instanceof Error && 'code' in error && error.code === notFound);
  if (isMissing) return undefined;
  throw error;
};
