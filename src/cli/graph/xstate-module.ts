import { machineConfig } from '../../machine/machine-config.ts';
import { guardsIn, type GuardWords } from '../../machine/machine-guards.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import { conditionText } from './condition-text.ts';

/**
 * The machine of a procedure as a module that runs by itself and that Stately's tools import. It is told the truths of
 * the conditions with `{ type: 'truths', holds: [true, false, null, …] }`, and then what is done.
 */
export function xstateModule(spec: ProcedureSpec): string {
  const config = JSON.stringify({ ...machineConfig(spec), context: { holds: [] } }, undefined, 2);
  const guards = Object.entries(guardsIn(spec, asText)).map(
    ([name, guard]) => `    ${JSON.stringify(name)}: ${guard},\n`,
  );
  const conditions = spec.conditions.map(
    (condition, index) => `// ${index}: ${conditionText(condition, 'en')}\n`,
  );
  return [
    'import { and, assign, createMachine, not, or, stateIn } from "xstate";\n\n',
    '// true, false or null (unknown) for each condition:\n',
    ...conditions,
    'const truth = (condition, among) => ({ context }) => among.includes(context.holds[condition] ?? null);\n\n',
    `export const machine = createMachine(${config}, {\n  guards: {\n`,
    ...guards,
    '  },\n  actions: { "keep the truths": assign(({ event }) => ({ holds: event.holds })) },\n});\n',
  ].join('');
}

const asText: GuardWords<string> = {
  always: '() => true',
  never: '() => false',
  all: (guards) => `and([${guards.join(', ')}])`,
  any: (guards) => `or([${guards.join(', ')}])`,
  not: (guard) => `not(${guard})`,
  inState: (id) => `stateIn(${JSON.stringify(`#${id}`)})`,
  truth: (condition, among) => `truth(${condition}, ${JSON.stringify(among)})`,
};
