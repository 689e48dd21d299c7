import type { LocalPorts, Ports } from '../../../workflows/ports.ts';
import type { Store } from '../../store/store.ts';
import type { ProcedureGateway } from '../client/procedure-gateway.ts';
import type { ReleaseLibrary } from '../release-library.ts';
import { decider } from './decider.ts';
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
  decide: decider(releases),
  loadSpec: (release, procedure) => releases.spec(release, procedure),
  storeEntries: (incident, unstored) => storeEntries(store, incident, unstored),
  startProcedure: (beginnable) => startProcedure({ store, gateway }, beginnable),
  nextUnit: (unit, sent) => nextUnit(store, unit, sent),
});
