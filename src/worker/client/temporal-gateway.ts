import { randomUUID } from 'node:crypto';
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdConflictPolicy,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
  type Client,
} from '@temporalio/client';
import type { RawValue } from '@temporalio/common';
import type { ToErase } from '../../machine/erase-values.ts';
import type {
  ClockSetting,
  Erased,
  ProcedureInput,
  Taken,
  Unfinished,
} from '../../../workflows/messages.ts';
import type { ActMessage } from '../../model/act.ts';
import type { ProcedureState } from '../../model/procedure-state.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { StartRequest } from '../../model/start-request.ts';
import { foreignReason } from '../../model/trust/foreign.ts';
import type { Said } from '../../model/trust/said.ts';
import { signedPayload } from '../codec/signed-payload.ts';
import { signedText, type Signer } from '../keys/signed-text.ts';
import type { ReleaseLibrary } from '../release-library.ts';
import { carriedState, type CarriedState } from '../repair/carried-state.ts';
import { loggedInHistory } from '../repair/logged-in-history.ts';
import { askProcedure } from './ask-procedure.ts';
import { BrokenAct } from './broken-act.ts';
import type { ActOutcome, ProcedureGateway } from './procedure-gateway.ts';
import { joining } from './joining.ts';
import { isBegunByUs } from './is-begun-by-us.ts';
import { diagnose, isServed, runningProcedures } from './diagnose.ts';
import { forgetRuns, untilContinued } from './forget-runs.ts';
import { repeatAborted } from './repeat-aborted.ts';
import { updateFailure } from './update-failure.ts';

/** The settings that the gateway needs to reach the workflows. */
export interface GatewayOptions {
  readonly client: Client;
  readonly taskQueue: string;
  readonly releases: ReleaseLibrary;
  readonly clock: ClockSetting;
  /** Acts after which a run continues as new. */
  readonly actsPerRun: number;
  readonly signer: Signer;
  /** True where the store has the incident closed. Temporal does not tell: a run of this id may be anybody's. */
  readonly isClosed: (id: string) => Promise<boolean>;
  /** The wall clock of the server. */
  readonly wallNow?: () => number | Promise<number>;
}

// The names under which workflows/messages.ts defines them: only the worker may load workflow code.
const updates = { begin: 'begin', act: 'act', erase: 'erase' } as const;

/** The door to the workflows by a Temporal client. */
export const temporalGateway = (options: GatewayOptions): ProcedureGateway => {
  const joined = joining();
  return {
    begin: (request) =>
      joined(`begin/${request.id}/${request.report.report}`, () => begin(options, request)),
    act: (id, message) =>
      joined(`act/${id}/${message.id}/${message.digest}`, () => act(options, id, message)),
    erase: (id, toErase) =>
      joined(`erase/${id}/${toErase.erasure}`, () => erase(options, id, toErase)),
    forget: (id) => forgetRuns(options.client, id),
    view: async (id) => ours(await askProcedure<ProcedureState>(options.client, id, 'view')),
    diagnose: (id) => diagnose(options.client, id),
    unfinished: async (id) =>
      ours(await askProcedure<Unfinished>(options.client, id, 'unfinished')),
    isServed: () => isServed(options.client, options.taskQueue),
    isOurs: (id) => isBegunByUs(options.client, id),
    running: () => runningProcedures(options.client),
    logged: (id) => loggedInHistory(options.client, id),
    rebuild: (stored, calendars) => carriedState(stored, options.releases, calendars),
    carryOn: (carried) => carryOn(options, carried),
    stop: async (id, reason) =>
      void (await options.client.workflow.getHandle(id).terminate(reason)),
  };
};

/**
 * The id of the update that carries a message: each message has its own. Of two messages under one id the server, killed in
 * between, writes the one into the history and the worker takes the other, and the next replay makes another log. That the
 * same act counts once is seen to by the workflow, which knows its receipts.
 */
const updateIdOf = (key: string): string => `${key}/${randomUUID()}`;

/** Signs what is sent, for one workflow and one message. */
const sign = async (
  { signer, wallNow = Date.now }: GatewayOptions,
  { content, ...claims }: Omit<Said<object>, 'at'>,
): Promise<RawValue> =>
  signedPayload(signedText(signer, { ...claims, at: await wallNow() }, content));

const begin = async (
  options: GatewayOptions,
  { id, release, procedure, ...message }: StartRequest,
): Promise<ActOutcome> => {
  if (await options.isClosed(id)) return { taken: false, refusal: closed };
  const args = await startArgs(options, { id, release, procedure });
  const updateId = updateIdOf(`begin/${message.report.report}`);
  const act = `report/${message.report.report}`;
  const said = { workflow: id, name: updates.begin, update: updateId, content: message };
  const begins = [await sign(options, said)] as [RawValue];
  const send = (workflowIdReusePolicy: WorkflowIdReusePolicy) =>
    outcome(act, () =>
      options.client.workflow.executeUpdateWithStart<() => Promise<void>, Taken, [RawValue]>(
        updates.begin,
        {
          args: begins,
          updateId,
          startWorkflowOperation: new WithStartWorkflowOperation('procedure', {
            workflowId: id,
            taskQueue: options.taskQueue,
            args: args as never,
            workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
            workflowIdReusePolicy,
          }),
        },
      ),
    );
  try {
    return await send(WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY);
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    if (await options.isClosed(id)) return { taken: false, refusal: closed };
    // The run that ended under this id was not ours, and has no say in it.
    return send(WorkflowIdReusePolicy.ALLOW_DUPLICATE);
  }
};

/** The arguments that start a run: its input, signed; the spec that it begins under; and the signed release. */
const startArgs = async (
  options: GatewayOptions,
  {
    id,
    release,
    procedure,
    ...more
  }: Pick<ProcedureInput, 'id' | 'release' | 'procedure'> &
    Pick<ProcedureInput, 'carried' | 'specs'>,
) => {
  const { clock, actsPerRun, releases } = options;
  const content: ProcedureInput = { id, release, procedure, clock, actsPerRun, ...more };
  return [
    await sign(options, { workflow: id, name: 'start', update: '', content }),
    await releases.specs(release, procedure),
    signedPayload(await releases.signed(release)),
  ] as const;
};

const carryOn = async (
  options: GatewayOptions,
  { release, state, specs }: CarriedState,
): Promise<void> => {
  const { id, first: procedure } = state;
  const carried = { state, unstored: { entries: [], personal: [], receipts: [] }, failures: {} };
  await options.client.workflow.start<() => Promise<void>>('procedure', {
    workflowId: id,
    taskQueue: options.taskQueue,
    args: (await startArgs(options, { id, release, procedure, carried, specs })) as never,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
  });
};

const act = async (
  options: GatewayOptions,
  id: string,
  message: ActMessage,
): Promise<ActOutcome> => {
  const updateId = updateIdOf(message.id);
  const said = { workflow: id, name: updates.act, update: updateId, content: message };
  const args = [await sign(options, said)] as [RawValue];
  try {
    return await outcome(message.id, () =>
      options.client.workflow
        .getHandle(id)
        .executeUpdate<Taken, [RawValue]>(updates.act, { args, updateId }),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError && (await options.isClosed(id))) {
      return { taken: false, refusal: closed };
    }
    throw error;
  }
};

const erase = async (
  options: GatewayOptions,
  id: string,
  { erasure, ...content }: ToErase & { readonly erasure: string },
): Promise<void> => {
  const updateId = updateIdOf(`erase/${erasure}`);
  const args = [
    await sign(options, { workflow: id, name: updates.erase, update: updateId, content }),
  ] as [RawValue];
  const handle = options.client.workflow.getHandle(id);
  try {
    const { runId } = ours(
      await repeatAborted(() =>
        handle.executeUpdate<Erased, [RawValue]>(updates.erase, { args, updateId }),
      ),
    );
    await untilContinued(options.client, id, runId);
  } catch (error) {
    // It has ended: nothing goes on from its histories.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
};

/** Gives an answer that is from a workflow of ours. Throws where it is not. */
const ours = <Value>(value: Value): Value => {
  const reason = foreignReason(value);
  if (reason !== undefined) throw new Error(`the answer is not ours: ${reason}`);
  return value;
};

const outcome = async (act: string, send: () => Promise<Taken>): Promise<ActOutcome> => {
  try {
    const taken = ours(await repeatAborted(send));
    if (taken.receipt.act !== act) throw new Error(`the answer to ${act} is to another act`);
    return { taken: true, ...taken };
  } catch (error) {
    const failure = updateFailure(error);
    if (failure?.type === 'refusal') {
      return { taken: false, refusal: ours(failure.details?.[0] as Refusal) };
    }
    if (failure?.type === 'broken') throw new BrokenAct(failure.message, { cause: error });
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
