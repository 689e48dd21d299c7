import {
  WorkflowNotFoundError,
  type Client,
  type WorkflowExecutionDescription,
} from '@temporalio/client';

/**
 * All runs of a procedure, ended ones too. The server's list may lag behind, in both ways: the last run is asked for by
 * itself, and what is gone is left out.
 */
export const runsOf = async (
  client: Client,
  workflowId: string,
): Promise<readonly WorkflowExecutionDescription[]> => {
  const ids = new Set<string | undefined>([undefined]);
  const query = `WorkflowId = "${workflowId.replaceAll(/["\\]/g, '\\$&')}"`;
  for await (const { runId } of client.workflow.list({ query })) ids.add(runId);
  const found = new Map<string, WorkflowExecutionDescription>();
  for (const runId of ids) {
    const run = await describeRun(client, workflowId, runId);
    if (run !== undefined) found.set(run.runId, run);
  }
  return [...found.values()];
};

/** How a run stands; nothing where it is gone. */
export const describeRun = (
  client: Client,
  id: string,
  runId: string | undefined,
): Promise<WorkflowExecutionDescription | undefined> =>
  client.workflow.getHandle(id, runId).describe().catch(ignoreMissing);

// gRPC's number for what is not there.
const notFound = 5;

/** Takes it as nothing that something is not there; throws any other error. */
export const ignoreMissing = (error: unknown): undefined => {
  const isMissing =
    error instanceof WorkflowNotFoundError ||
    (error instanceof Error && 'code' in error && error.code === notFound);
  if (isMissing) return undefined;
  throw error;
};
