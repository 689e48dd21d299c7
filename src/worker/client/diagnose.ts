import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import proto from '@temporalio/proto';

/** The state of a procedure in the engine, read without waking it. */
export interface EngineSight {
  /** `ended` by itself; `stopped` by somebody or by a failure; `absent` where the engine knows none. */
  readonly status: 'running' | 'ended' | 'stopped' | 'absent';
  /** The number of times in a row that its next task was tried. */
  readonly taskAttempts: number;
  /** The things that it tries to do outside, with the number of attempts and the last failure. */
  readonly tries: readonly {
    readonly what: string;
    readonly attempts: number;
    readonly failure: string;
  }[];
}

/** Looks at a procedure by the server's description of it alone. */
export const diagnose = async (client: Client, id: string): Promise<EngineSight> => {
  try {
    const { raw, status } = await client.workflow.getHandle(id).describe();
    return {
      status:
        status.name === 'RUNNING' ? 'running' : status.name === 'COMPLETED' ? 'ended' : 'stopped',
      taskAttempts: raw.pendingWorkflowTask?.attempt ?? 0,
      tries: (raw.pendingActivities ?? []).map(({ activityType, attempt, lastFailure }) => ({
        what: activityType?.name ?? '',
        attempts: attempt ?? 0,
        failure: lastFailure?.message ?? '',
      })),
    };
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return { status: 'absent', taskAttempts: 0, tries: [] };
  }
};

/** True where a worker polls the task queue, or did some minutes ago. */
export const isServed = async (client: Client, taskQueue: string): Promise<boolean> => {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  return (pollers ?? []).length > 0;
};

/** The ids of all procedures that run. */
export async function* runningProcedures(client: Client): AsyncIterable<string> {
  const query = 'ExecutionStatus = "Running" AND WorkflowType = "procedure"';
  for await (const { workflowId } of client.workflow.list({ query })) yield workflowId;
}
