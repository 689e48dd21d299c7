import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { describeRun, ignoreMissing, runsOf } from './runs-of.ts';

const pauseMilliseconds = 200;
// A run goes on in the next once what it has under way outside is over, which may take several tries.
const triesMax = 150;

/** Waits until a run has gone on in the next, or is over. */
export const untilContinued = async (client: Client, id: string, runId: string): Promise<void> => {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const run = await describeRun(client, id, runId);
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
