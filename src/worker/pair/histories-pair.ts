import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import protocol from '@temporalio/proto';
import type { PairMark } from '../../store/ports/pair.ts';
import type { CodecKeys } from '../codec/codec-keys.ts';
import { openMark, sealMark } from './sealed-mark.ts';

/** The mark that histories have. */
export interface FoundMark {
  /** The newest that somebody with one of our keys has made. */
  readonly mark?: PairMark;
  /** Something stands in its place that none of our keys has made. */
  readonly isForeign: boolean;
}

/** The mark of the pair in Temporal. Both throw where the server does not answer. */
export interface HistoriesPair {
  read(): Promise<FoundMark>;
  write(mark: PairMark): Promise<void>;
}

const { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } = protocol.temporal.api.enums.v1;
type Memo = protocol.temporal.api.common.v1.IMemo;

// A workflow that nobody runs: it only stands there, with the mark in its memo.
const name = 'jiechu-pair';
const field = 'mark';
const deadlineMilliseconds = 10_000;
const runsMax = 1_000;

/**
 * The mark in the histories that a client reaches. Each takes the place of the one before, which stays readable while
 * Temporal keeps what has ended. The newest of all counts: who reaches the port can end ours, and begin one of an
 * earlier mark under the same name.
 */
export const historiesPair = (client: Client, keys: CodecKeys): HistoriesPair => {
  const { connection, options } = client;
  const { namespace } = options;
  const { workflowService } = connection;
  const within = <T>(ask: () => Promise<T>): Promise<T> =>
    connection.withDeadline(Date.now() + deadlineMilliseconds, ask);
  const markIn = (memo: Memo | null | undefined): readonly PairMark[] => {
    const mark = openMark(Buffer.from(memo?.fields?.[field]?.data ?? []).toString(), keys);
    return mark === undefined ? [] : [mark];
  };

  return {
    read: () =>
      within(async () => {
        const execution = { workflowId: name };
        // The list may lag behind; what is asked for by name does not.
        const [present, listed] = await Promise.all([
          workflowService.describeWorkflowExecution({ namespace, execution }).catch(unlessAbsent),
          workflowService.listWorkflowExecutions({
            namespace,
            pageSize: runsMax,
            query: `WorkflowId = "${name}"`,
          }),
        ]);
        const runs = [present?.workflowExecutionInfo, ...listed.executions];
        const memos = runs.flatMap((run) => (run?.memo ? [run.memo] : []));
        const [mark] = memos.flatMap(markIn).sort((one, two) => two.generation - one.generation);
        return { ...(mark && { mark }), isForeign: mark === undefined && memos.length > 0 };
      }),

    write: (mark) =>
      within(async () => {
        await workflowService.startWorkflowExecution({
          namespace,
          workflowId: name,
          workflowType: { name },
          taskQueue: { name },
          requestId: randomUUID(),
          memo: { fields: { [field]: { data: Buffer.from(sealMark(mark, keys)) } } },
          workflowIdReusePolicy: WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE,
          workflowIdConflictPolicy:
            WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING,
        });
      }),
  };
};

const notFound = 5;

const unlessAbsent = (error: unknown): undefined => {
  if ((error as { readonly code?: unknown }).code === notFound) return undefined;
  throw error;
};
