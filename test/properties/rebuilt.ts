import { verdict } from '../../src/decide/verdict.ts';
import { rebuildState } from '../../src/machine/rebuild-state.ts';
import type { ProcedureState } from '../../src/model/procedure-state.ts';
import type { Release } from '../../src/model/release.ts';
import type { Simulation } from '../../src/simulate/simulation.ts';

/** The state of a simulation, built again from nothing but its log and what stands beside it. */
export const rebuilt = async (
  release: Release,
  simulation: Simulation,
): Promise<ProcedureState> => {
  const { id, calendar } = simulation.state();
  const { question, state } = rebuildState(
    {
      id,
      // As the store has them: what is undefined is not there.
      entries: JSON.parse(JSON.stringify(simulation.entries())),
      personal: Object.fromEntries(simulation.personal().map((value) => [value.commitment, value])),
      receipts: [],
    },
    {
      spec: (_release, procedure) => {
        const spec = release.procedures[procedure];
        if (spec === undefined) throw new Error(`there is no procedure ${procedure}`);
        return spec;
      },
      calendar: () => calendar,
    },
  );
  const { conditions } = question.spec;
  return state(await verdict({ conditions, ruleSets: [], answers: question.answers }));
};
