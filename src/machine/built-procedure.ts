import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { mergeSpecs } from '../procedure/merge-specs.ts';
import { procedureMachine, type ProcedureMachine } from './procedure-machine.ts';
import { remembered } from './remembered.ts';

/** Specs made into one, and the machine of it. */
export interface BuiltProcedure {
  readonly spec: ProcedureSpec;
  readonly machine: ProcedureMachine;
}

// Frozen ones are the same object for all incidents of a kind: their content need not be written to be found.
const ofFrozen = new WeakMap<readonly ProcedureSpec[], BuiltProcedure>();

/**
 * The procedure that runs specs side by side, built once for each content: building a machine costs more than ten acts
 * on it, and a worker that has hundreds of incidents open would hold as many copies. What is kept is never changed and
 * follows from the content alone, so that sharing it between incidents changes nothing in any.
 */
export const builtProcedure = (specs: readonly ProcedureSpec[]): BuiltProcedure => {
  if (!Object.isFrozen(specs)) return byContent(specs);
  const procedure = ofFrozen.get(specs) ?? byContent(specs);
  ofFrozen.set(specs, procedure);
  return procedure;
};

const byContent = remembered((specs: readonly ProcedureSpec[]): BuiltProcedure => {
  const spec = mergeSpecs(specs);
  return { spec, machine: procedureMachine(spec) };
});
