import { machineConfig } from '../../machine/machine-config.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';

/** The machine of a procedure as a module that Stately's tools import. Guards and actions are there by name. */
export function xstateModule(spec: ProcedureSpec): string {
  const config = JSON.stringify(machineConfig(spec), undefined, 2);
  return `import { createMachine } from "xstate";\n\nexport const machine = createMachine(${config});\n`;
}
