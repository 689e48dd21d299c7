import type { Client } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { temporal } from '@temporalio/proto';
import type { ProcedureInput, Taken, Unstored } from '../../../workflows/messages.ts';
import { ignoreMissing, runsOf } from '../client/runs-of.ts';
import { foreignReason } from '../../model/trust/foreign.ts';

type Event = temporal.api.history.v1.IHistoryEvent;

/**
 * All of a procedure's log that stands in the histories of its runs: what its updates answered, what it handed to be stored
 * and what a run handed to the next. The same entry may be there several times. What is not sealed by us is left out.
 */
export async function loggedInHistory(client: Client, id: string): Promise<readonly Unstored[]> {
  const found: Unstored[] = [];
  for (const { runId } of await runsOf(client, id)) {
    for (const event of await eventsOf(client, id, runId)) {
      const value = await loggedBy(event, (payloads) => read(client, id, payloads));
      if (value !== undefined) found.push(value);
    }
  }
  return found;
}

// It may have been deleted a moment ago.
const eventsOf = async (client: Client, id: string, runId: string): Promise<readonly Event[]> => {
  const history = await client.workflow.getHandle(id, runId).fetchHistory().catch(ignoreMissing);
  return history?.events ?? [];
};

type Read = (payloads: readonly Payload[] | null | undefined) => Promise<readonly unknown[]>;

async function loggedBy(event: Event, read: Read): Promise<Unstored | undefined> {
  const completed = event.workflowExecutionUpdateCompletedEventAttributes;
  if (completed?.outcome?.success) {
    const [taken] = await read(completed.outcome.success.payloads);
    return logged(taken as Taken);
  }
  const scheduled = event.activityTaskScheduledEventAttributes;
  if (scheduled?.activityType?.name === 'storeEntries') {
    const [, , unstored] = await read(scheduled.input?.payloads);
    return logged(unstored as Unstored);
  }
  const started = event.workflowExecutionStartedEventAttributes;
  if (started?.continuedExecutionRunId) {
    const [input] = await read(started.input?.payloads);
    return logged((input as ProcedureInput | undefined)?.carried?.unstored);
  }
  return undefined;
}

function logged(value: Unstored | undefined): Unstored | undefined {
  if (foreignReason(value) !== undefined || !Array.isArray(value?.entries)) return undefined;
  const { entries, personal, receipts } = value;
  return { entries, personal, receipts };
}

const read = (
  { options: { loadedDataConverter, namespace } }: Client,
  workflowId: string,
  payloads: readonly Payload[] | null | undefined,
): Promise<unknown[]> =>
  decodeArrayFromPayloads(loadedDataConverter, [...(payloads ?? [])], {
    type: 'workflow',
    namespace,
    workflowId,
  });
