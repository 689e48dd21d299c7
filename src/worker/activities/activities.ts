import type { LocalPorts, Ports } from '../../../workflows/ports.ts';
import { verdict } from '../../decide/verdict.ts';
import type { Store } from '../../store/store.ts';
import type { ProcedureGateway } from '../client/procedure-gateway.ts';
import type { ReleaseLibrary } from '../release-library.ts';
import { nextUnit } from './next-unit.ts';
import { startProcedure } from './start-procedure.ts';
import { storeEntries } from './store-entries.ts';

/** What the activities reach. */
export interface Reach {
  readonly store: Store;
  readonly releases: ReleaseLibrary;
  readonly gateway: ProcedureGateway;
}

/** The activities behind the ports of the workflow. */
export const activities = ({ store, releases, gateway }: Reach): LocalPorts & Ports => ({
  decide: async ({ release, key, conditions, ruleSets, answers, onlyLowered }) => {
    const known = ruleSets.length === 0 ? {} : (await releases.release(release)).ruleSets;
    const found = ruleSets.map((id) => {
      const ruleSet = known[id];
      if (ruleSet === undefined) throw new Error(`release ${release} has no rule set ${id}`);
      return ruleSet;
    });
    return verdict({
      key: `${key} ${ruleSets.join('+')}`,
      conditions,
      ruleSets: found,
      answers,
      onlyLowered,
    });
  },
  loadSpec: (release, procedure) => releases.spec(release, procedure),
  storeEntries: (incident, unstored) => storeEntries(store, incident, unstored),
  startProcedure: (beginnable) => startProcedure({ store, gateway }, beginnable),
  nextUnit: (unit, sent) => nextUnit(store, unit, sent),
});
