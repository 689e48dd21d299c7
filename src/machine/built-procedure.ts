import type { ProcedureSpec } from '../model/procedure-spec.ts';
import { mergeSpecs } from './merge-specs.ts';
import { procedureMachine, type ProcedureMachine } from './procedure-machine.ts';

/** Specs made into one, and the machine of it. */
export interface BuiltProcedure {
  readonly spec: ProcedureSpec;
  readonly machine: ProcedureMachine;
}

// More than the procedures of a release and those that often run beside each other.
const kept = 200;
const built = new Map<string, BuiltProcedure>();
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

const byContent = (specs: readonly ProcedureSpec[]): BuiltProcedure => {
  const content = JSON.stringify(specs);
  const known = built.get(content);
  if (known !== undefined) return known;
  const spec = mergeSpecs(specs);
  const procedure = { spec, machine: procedureMachine(spec) };
  const [oldest] = built.keys();
  if (built.size >= kept && oldest !== undefined) built.delete(oldest);
  built.set(content, procedure);
  return procedure;
};
