import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { openedMetadata } from '../codec/opened-payload.ts';

/**
 * True where the run under a workflow's id was begun with our keys: its input is sealed for that id. False where it
 * runs no more.
 */
export const isBegunByUs = async (client: Client, id: string): Promise<boolean> => {
  const { namespace, loadedDataConverter } = client.options;
  const handle = client.workflow.getHandle(id);
  try {
    const { status, runId } = await handle.describe();
    if (status.name !== 'RUNNING') return false;
    const { history } = await client.workflowService.getWorkflowExecutionHistory({
      namespace,
      execution: { workflowId: id, runId },
      maximumPageSize: 1,
    });
    const begun = history?.events?.[0]?.workflowExecutionStartedEventAttributes;
    let payloads = [...(begun?.input?.payloads ?? [])];
    const context = { type: 'workflow', namespace, workflowId: id } as const;
    for (const codec of loadedDataConverter.payloadCodecs) {
      payloads = await codec.decode(payloads, context);
    }
    return (
      payloads.length > 0 &&
      payloads.every(({ metadata }) => metadata?.[openedMetadata.foreign] === undefined)
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
};
