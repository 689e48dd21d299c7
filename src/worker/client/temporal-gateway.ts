import {
  WithStartWorkflowOperation,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type {
  BeginMessage,
  ClockSetting,
  ProcedureInput,
  Taken,
} from '../../../workflows/messages.ts';
import type { ActMessage } from '../../model/act.ts';
import type { ProcedureState } from '../../model/procedure-state.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { StartRequest } from '../../model/start-request.ts';
import type { ReleaseLibrary } from '../release-library.ts';
import { BrokenAct } from './broken-act.ts';
import type { ActOutcome, ProcedureGateway } from './procedure-gateway.ts';
import { askUnfinished, diagnose, runningProcedures } from './diagnose.ts';
import { repeatAborted } from './repeat-aborted.ts';

/** What the gateway needs to reach the workflows. */
export interface GatewayOptions {
  readonly client: Client;
  readonly taskQueue: string;
  readonly releases: ReleaseLibrary;
  readonly clock: ClockSetting;
  /** Acts after which a run continues as new. */
  readonly actsPerRun: number;
}

// The names under which workflows/messages.ts defines them: only the worker may load workflow code.
const updates = { begin: 'begin', act: 'act' } as const;

/** The door to the workflows by a Temporal client. */
export const temporalGateway = (options: GatewayOptions): ProcedureGateway => ({
  begin: (request) => begin(options, request),
  act: (id, message) => act(options, id, message),
  view: (id) => options.client.workflow.getHandle(id).query<ProcedureState>('view'),
  diagnose: (id) => diagnose(options.client, id),
  unfinished: (id) => askUnfinished(options.client, id),
  running: () => runningProcedures(options.client),
});

const begin = async (
  options: GatewayOptions,
  { id, release, procedure, ...message }: StartRequest,
): Promise<ActOutcome> => {
  const specs = await options.releases.specs(release, procedure);
  const input: ProcedureInput = {
    id,
    release,
    clock: options.clock,
    actsPerRun: options.actsPerRun,
  };
  return outcome(() =>
    options.client.workflow.executeUpdateWithStart<() => Promise<void>, Taken, [BeginMessage]>(
      updates.begin,
      {
        args: [message],
        updateId: `begin/${message.report.report}`,
        startWorkflowOperation: new WithStartWorkflowOperation('procedure', {
          workflowId: id,
          taskQueue: options.taskQueue,
          args: [input, specs] as never,
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
          workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
        }),
      },
    ),
  );
};

const act = async (
  { client }: GatewayOptions,
  id: string,
  message: ActMessage,
): Promise<ActOutcome> => {
  // With the digest in it the server takes only the same content for the same update: another goes on to be refused.
  const updateId = `${message.id}/${message.digest}`;
  try {
    return await outcome(() =>
      client.workflow
        .getHandle(id)
        .executeUpdate<Taken, [ActMessage]>(updates.act, { args: [message], updateId }),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError && (await hasEnded(client, id))) {
      return { taken: false, refusal: closed };
    }
    throw error;
  }
};

const outcome = async (send: () => Promise<Taken>): Promise<ActOutcome> => {
  try {
    const taken = await repeatAborted(send);
    return { taken: true, ...taken };
  } catch (error) {
    const failure = failureOf(error);
    if (failure?.type === 'refusal') {
      return { taken: false, refusal: failure.details?.[0] as Refusal };
    }
    if (failure?.type === 'broken') throw new BrokenAct(failure.message, { cause: error });
    throw error;
  }
};

/** What the workflow itself failed an update with. */
const failureOf = (error: unknown): ApplicationFailure | undefined =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure
    ? error.cause
    : undefined;

const hasEnded = async (client: Client, id: string): Promise<boolean> => {
  try {
    return (await client.workflow.getHandle(id).describe()).status.name === 'COMPLETED';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
};

const closed: Refusal = {
  code: 'already-closed',
  message: {
    zh: '警情已结束，不能再操作',
    en: 'the incident is closed; nothing more can be done to it',
  },
};
