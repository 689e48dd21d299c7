import { Worker } from '@temporalio/worker';
import { dataConverter } from '../../src/worker/codec/data-converter.ts';
import { builtFile } from '../../src/worker/server/built-file.ts';
import type { Engine } from './engine.ts';

/**
 * Replays everything that the procedures of a test have done so far, as a worker does that has nothing cached.
 *
 * @returns what went wrong, by workflow; empty where every history is found again
 */
export const replayed = async (
  { client, codecKeys, signing: { trusted } }: Engine,
  ids: Iterable<string>,
): Promise<readonly string[]> => {
  const histories = [];
  for (const workflowId of ids) {
    const handle = client.workflow.getHandle(workflowId);
    histories.push({ workflowId, history: await handle.fetchHistory() });
  }
  const results = Worker.runReplayHistories(
    {
      workflowBundle: { codePath: builtFile('workflow-bundle.js') },
      dataConverter: dataConverter({ codecKeys, trusted }),
    },
    histories,
  );
  const wrong: string[] = [];
  for await (const { workflowId, error } of results) {
    if (error !== undefined) wrong.push(`${workflowId}: ${error.message}`);
  }
  return wrong;
};
