import { assign, createActor, createMachine } from 'xstate';
import type { AnyActorScope, AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Truth } from '../model/condition.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { ProcedureTable } from '../model/procedure-table.ts';
import type { StepStatus } from '../model/step-row.ts';
import { guardsOf } from './machine-guards.ts';
import { machineConfig } from './machine-config.ts';
import { remembered } from './remembered.ts';
import { regionValue, statusOf, type RegionValue } from './state-value.ts';

/** An event of the machine: new truths, or something done to one step. */
export type MachineEvent =
  | { readonly type: 'truths'; readonly holds: readonly Truth[] }
  | { readonly type: StepEvent; readonly step: string };

export type StepEvent =
  'do' | 'propose' | 'agree' | 'reject' | 'deviate' | 'reopen' | 'correct' | 'next' | 'supersede';

/** The outcome of a transition: refused, or the new status of every step and of the incident. */
export type Transition =
  | { readonly accepted: false }
  | {
      readonly accepted: true;
      readonly statuses: Readonly<Record<string, StepStatus>>;
      readonly closed: boolean;
    };

/** An XState machine made ready to step: the only thing that may change the status of a step. */
export interface ProcedureMachine {
  readonly machine: AnyStateMachine;
  readonly transition: (table: ProcedureTable, event: MachineEvent) => Transition;
}

/**
 * Builds the machine of a spec. One actor scope serves all transitions: XState's own `transition()` makes the initial
 * snapshot anew on each call, which costs most of the time of a step.
 */
export const procedureMachine = (spec: ProcedureSpec): ProcedureMachine => {
  const machine = createMachine({ ...machineConfig(spec), context: { holds: [] } } as never, {
    guards: guardsOf(spec) as never,
    actions: {
      'keep the truths': assign(({ event }) => ({ holds: (event as { holds?: unknown }).holds })),
    } as never,
  }) as AnyStateMachine;
  const scope = inertScope(machine);
  // Where the steps rest, the truths and the event: nothing else may tell the machine what becomes of it.
  const transition = remembered((at: Resting, event: MachineEvent): Transition => {
    const snapshot = machine.resolveState(at as never) as AnyMachineSnapshot;
    const told = event.type === 'truths' ? event : { type: `${event.step}.${event.type}` };
    if (!snapshot.can(told as never)) return { accepted: false };
    const next = machine.transition(snapshot, told as never, scope) as AnyMachineSnapshot;
    const value = next.value as Resting['value'];
    const statuses: Record<string, StepStatus> = {};
    for (const id of spec.order) statuses[id] = statusOf(value.steps[id] ?? 'waiting');
    return { accepted: true, statuses, closed: value.incident === 'closed' };
  });
  return { machine, transition: (table, event) => transition(resting(spec, table), event) };
};

/** The parts of a snapshot at rest. It is never stored. */
interface Resting {
  readonly value: {
    readonly incident: string;
    readonly steps: Readonly<Record<string, RegionValue>>;
  };
  readonly context: { readonly holds: ProcedureTable['holds'] };
}

const resting = (spec: ProcedureSpec, table: ProcedureTable): Resting => {
  const steps: Record<string, RegionValue> = {};
  for (const id of spec.order) {
    const row = table.rows[id];
    if (row === undefined) throw new Error(`the table has no row for step ${id} of ${spec.id}`);
    steps[id] = regionValue(row);
  }
  return {
    value: { incident: table.closed === undefined ? 'handling' : 'closed', steps },
    context: { holds: table.holds },
  };
};

const inertScope = (machine: AnyStateMachine): AnyActorScope => {
  const self = createActor(machine);
  return {
    self,
    id: '',
    sessionId: '',
    logger: () => undefined,
    defer: () => undefined,
    stopChild: () => undefined,
    system: self.system,
    emit: () => undefined,
    actionExecutor: () => undefined,
  } as unknown as AnyActorScope;
};
