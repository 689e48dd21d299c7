import {
  WorkflowNotFoundError,
  type Client,
  type WorkflowExecutionDescription,
} from '@temporalio/client';

/**
 * All runs of a procedure, ended ones too. The server's list may lag behind, in both ways: the last run is asked for by
 * itself, each is asked which one it continues, and what is gone is left out.
 */
export const runsOf = async (
  client: Client,
  workflowId: string,
): Promise<readonly WorkflowExecutionDescription[]> => {
  const ids = new Set<string | undefined>([undefined]);
  const query = `WorkflowId = "${workflowId.replaceAll(/["\\]/g, '\\$&')}"`;
  for await (const { runId } of client.workflow.list({ query })) ids.add(runId);
  const found = new Map<string, WorkflowExecutionDescription>();
  // Also what is added meanwhile.
  for (const runId of ids) {
    const run = await describeRun(client, workflowId, runId);
    if (run === undefined) continue;
    found.set(run.runId, run);
    const before = await continuedBy(client, workflowId, run.runId);
    if (before !== undefined) ids.add(before);
  }
  return [...found.values()];
};

/** The state of a run; nothing where it is gone. */
export const describeRun = (
  client: Client,
  id: string,
  runId: string | undefined,
): Promise<WorkflowExecutionDescription | undefined> =>
  client.workflow.getHandle(id, runId).describe().catch(ignoreMissing);

/** The run that a run continues; nothing where it is a first one. */
const continuedBy = async (
  { options: { namespace }, workflowService }: Client,
  workflowId: string,
  runId: string,
): Promise<string | undefined> => {
  const asked = { namespace, execution: { workflowId, runId }, maximumPageSize: 1 };
  const page = await workflowService.getWorkflowExecutionHistory(asked).catch(ignoreMissing);
  const [first] = page?.history?.events ?? [];
  return first?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
};

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
