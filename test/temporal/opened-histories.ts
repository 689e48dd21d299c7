import type { Payload } from '@temporalio/common';
import { payloadCodec } from '../../src/worker/codec/payload-codec.ts';
import type { Engine } from './engine.ts';

/** All that the server has of a workflow, of every run, as who has the codec keys reads it. */
export const openedHistories = async (
  { client, codecKeys, signing: { trusted } }: Engine,
  workflowId: string,
): Promise<readonly string[]> => {
  const codec = payloadCodec({ codecKeys, trusted });
  const texts: string[] = [];
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = "${workflowId}"` })) {
    const history = await client.workflow
      .getHandle(workflowId, runId)
      .fetchHistory()
      // Deleted since the list was made.
      .catch(() => ({}));
    const opened = await codec.decode([...payloadsIn(history)], {
      type: 'workflow',
      namespace: 'default',
      workflowId,
    });
    texts.push(...opened.map(({ data }) => Buffer.from(data ?? []).toString()));
  }
  return texts;
};

/** Every payload within a history. */
export const payloadsIn = (value: unknown): readonly Payload[] => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  if ('metadata' in value && 'data' in value) return [value as Payload];
  return Object.values(value).flatMap(payloadsIn);
};
