import { assign, createActor, createMachine } from 'xstate';
import type { AnyActorScope, AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { ProcedureTable } from '../model/procedure-table.ts';
import type { StepStatus } from '../model/step-row.ts';
import { guardsOf } from './machine-guards.ts';
import { machineConfig } from './machine-config.ts';
import { remembered } from './remembered.ts';
import type { Transit } from './transit.ts';
import { regionValue, statusOf, type RegionValue } from './state-value.ts';

/** An XState machine made ready to step: the only thing that may change the status of a step. */
export interface ProcedureMachine {
  readonly machine: AnyStateMachine;
  readonly transition: Transit;
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
  return {
    machine,
    transition: remembered(spec.order, (table, event) => {
      const snapshot = resting(machine, spec, table);
      const told = event.type === 'truths' ? event : { type: `${event.step}.${event.type}` };
      if (!snapshot.can(told as never)) return { accepted: false };
      const next = machine.transition(snapshot, told as never, scope) as AnyMachineSnapshot;
      const value = next.value as { incident: string; steps: Record<string, RegionValue> };
      const statuses: Record<string, StepStatus> = {};
      for (const id of spec.order) statuses[id] = statusOf(value.steps[id] ?? 'waiting');
      return { accepted: true, statuses, closed: value.incident === 'closed' };
    }),
  };
};

/** The snapshot that a table at rest stands for. It is never stored. */
const resting = (
  machine: AnyStateMachine,
  spec: ProcedureSpec,
  table: ProcedureTable,
): AnyMachineSnapshot => {
  const steps: Record<string, RegionValue> = {};
  for (const id of spec.order) {
    const row = table.rows[id];
    if (row === undefined) throw new Error(`the table has no row for step ${id} of ${spec.id}`);
    steps[id] = regionValue(row);
  }
  return machine.resolveState({
    value: { incident: table.closed === undefined ? 'handling' : 'closed', steps },
    context: { holds: table.holds },
  } as never) as AnyMachineSnapshot;
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
