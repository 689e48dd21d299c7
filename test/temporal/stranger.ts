import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import protocol from '@temporalio/proto';
import type { Engine } from './engine.ts';

const { Payloads } = protocol.temporal.api.common.v1;
type Payload = protocol.temporal.api.common.v1.IPayload;

/** Somebody who reaches Temporal's port and has no key. */
export interface Stranger {
  /** As any Temporal client: what it sends is plain. */
  readonly client: Client;
  /** Sends payloads as they are, such as sealed ones from a history. */
  update(id: string, update: RawUpdate): Promise<'rejected' | 'accepted'>;
  signal(id: string, name: string, payloads: readonly Payload[]): Promise<void>;
  start(id: string, payloads: readonly Payload[], more?: Start): Promise<void>;
  /** Answers in the place of an activity that is under way, once there is one. */
  complete(id: string, result: readonly Payload[] | undefined): Promise<void>;
  fail(id: string, failure: Failure | undefined): Promise<void>;
  statusOf(id: string): Promise<'RUNNING' | 'FAILED' | 'other'>;
  /** The sealed payloads of a start, or of an accepted update. */
  startOf(id: string): Promise<readonly Payload[]>;
  updateOf(
    id: string,
    act: string,
  ): Promise<{ readonly updateId: string; readonly payloads: readonly Payload[] }>;
}

type Start = protocol.temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;
type Failure = protocol.temporal.api.failure.v1.IFailure;

interface RawUpdate {
  readonly name: string;
  readonly updateId: string;
  readonly payloads: readonly Payload[];
}

/** Reaches the port of an engine's Temporal. */
export const strangerAt = ({ env }: Engine): Stranger => {
  const namespace = env.namespace ?? 'default';
  const client = new Client({ connection: env.connection, namespace });
  const { workflowService } = env.connection;
  const events = async (id: string) =>
    (await client.workflow.getHandle(id).fetchHistory()).events ?? [];
  const found = (payloads: readonly Payload[] | null | undefined): readonly Payload[] => {
    if (payloads === null || payloads === undefined) throw new Error('the history has no such');
    return payloads;
  };
  const pending = async (workflowId: string) => {
    for (let waited = 0; waited < 100; waited += 1) {
      const execution = { workflowId };
      const answer = await workflowService.describeWorkflowExecution({ namespace, execution });
      const [activity] = answer.pendingActivities ?? [];
      if (activity?.activityId) return { namespace, workflowId, activityId: activity.activityId };
      await sleep(100);
    }
    throw new Error('no activity is under way');
  };
  // Between two of its tries an activity takes no answer.
  const inPlaceOf = async (
    id: string,
    respond: (activity: Awaited<ReturnType<typeof pending>>) => Promise<unknown>,
  ): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      const activity = await pending(id);
      const error = await respond(activity).then(
        () => undefined,
        (failed: unknown) => failed,
      );
      if (error === undefined) return;
      if (tries === 100 || !String(error).includes('NOT_FOUND')) throw error;
      await sleep(20);
    }
  };
  return {
    client,
    complete: (id, result) =>
      inPlaceOf(id, (activity) =>
        workflowService.respondActivityTaskCompletedById({
          ...activity,
          ...(result && { result: { payloads: [...result] } }),
        }),
      ),
    fail: (id, failure) =>
      inPlaceOf(id, (activity) =>
        workflowService.respondActivityTaskFailedById({ ...activity, ...(failure && { failure }) }),
      ),
    update: async (id, { name, updateId, payloads }) => {
      const { outcome } = await workflowService.updateWorkflowExecution({
        namespace,
        workflowExecution: { workflowId: id },
        firstExecutionRunId: '',
        waitPolicy: { lifecycleStage: 3 },
        request: {
          meta: { updateId, identity: 'stranger' },
          input: { name, args: Payloads.create({ payloads: [...payloads] }) },
        },
      });
      return outcome?.failure ? 'rejected' : 'accepted';
    },
    signal: async (id, signalName, payloads) => {
      await workflowService.signalWorkflowExecution({
        namespace,
        workflowExecution: { workflowId: id },
        signalName,
        input: { payloads: [...payloads] },
        requestId: `${id}/${signalName}/${Math.random()}`,
      });
    },
    start: async (id, payloads, more = {}) => {
      await workflowService.startWorkflowExecution({
        namespace,
        workflowId: id,
        workflowType: { name: 'procedure' },
        taskQueue: { name: 'jiechu-test' },
        input: { payloads: [...payloads] },
        requestId: `${id}/${Math.random()}`,
        ...more,
      });
    },
    // By the service itself: a client without our codec cannot read every memo.
    statusOf: async (workflowId) => {
      const execution = { workflowId };
      const answer = await workflowService.describeWorkflowExecution({ namespace, execution });
      const { status } = answer.workflowExecutionInfo ?? {};
      return status === 1 ? 'RUNNING' : status === 3 ? 'FAILED' : 'other';
    },
    startOf: async (id) => {
      const [first] = await events(id);
      return found(first?.workflowExecutionStartedEventAttributes?.input?.payloads);
    },
    updateOf: async (id, act) => {
      const requests = (await events(id)).map(
        (event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest,
      );
      const request = requests.find((each) => each?.meta?.updateId?.startsWith(`${act}/`) === true);
      return {
        updateId: request?.meta?.updateId ?? '',
        payloads: await found(request?.input?.args?.payloads),
      };
    },
  };
};
