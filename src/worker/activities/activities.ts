import { Context } from '@temporalio/activity';
import type { Answered, LocalPorts, Ports } from '../../../workflows/ports.ts';
import type { StatementSigner } from '../../model/statement-signer.ts';
import type { Store } from '../../store/store.ts';
import type { ClockSetting } from '../client/clock-setting.ts';
import { domainInstant } from '../client/domain-instant.ts';
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
  readonly clock: ClockSetting;
  /** Signs the receipts of what the API did not write. */
  readonly signer: StatementSigner;
}

/** The activities behind the ports of the workflow. */
export const activities = ({
  store,
  releases,
  gateway,
  clock,
  signer,
}: Reach): LocalPorts & Ports => ({
  decide: decider(releases),
  readClock: (wall) => Promise.resolve(wall),
  loadSpec: async (release, procedure) => answered(await releases.spec(release, procedure)),
  storeEntries: (incident, unstored) => storeEntries({ store, signer }, incident, unstored),
  startProcedure: async (asked) => {
    const received = domainInstant(clock, calledAt());
    return answered(await startProcedure({ store, gateway, signer }, asked, received));
  },
  nextUnit: async (unit, sent) => answered(await nextUnit(store, unit, sent)),
});

/** The time of Temporal's server, which all times of a procedure follow: this machine's clock may differ. */
const calledAt = (): number => Context.current().info.currentAttemptScheduledTimestampMs;

const answered = <T>(answer: T): Answered<T> => ({ answer, wall: calledAt() });
