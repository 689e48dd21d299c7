import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Answered, LocalPorts, Ports } from '../../../workflows/ports.ts';
import type { StatementSigner } from '../../model/statement-signer.ts';
import { foreignReason } from '../../model/trust/foreign.ts';
import type { Store } from '../../store/store.ts';
import type { ClockSetting } from '../client/clock-setting.ts';
import { domainInstant } from '../client/domain-instant.ts';
import type { ProcedureGateway } from '../client/procedure-gateway.ts';
import type { DigestKeys } from '../keys/digest-keys.ts';
import type { ReleaseLibrary } from '../release-library.ts';
import { decider } from './decider.ts';
import { nextUnit } from './next-unit.ts';
import { startProcedure } from './start-procedure.ts';
import { storeEntries } from './store-entries.ts';

/** The parts that the activities reach. */
export interface Reach {
  readonly store: Store;
  readonly releases: ReleaseLibrary;
  readonly gateway: ProcedureGateway;
  readonly clock: ClockSetting;
  /** Signs the receipts of what the API did not write. */
  readonly signer: StatementSigner;
  /** Find what incidents share. */
  readonly digestKeys: DigestKeys;
}

/** The activities behind the ports of the workflow. */
export const activities = ({
  store,
  releases,
  gateway,
  clock,
  signer,
  digestKeys,
}: Reach): LocalPorts & Ports => ({
  decide: ours(decider(releases)),
  readClock: ours((wall) => Promise.resolve(wall)),
  loadSpec: ours((release, procedure) => releases.specs(release, procedure)),
  storeEntries: ours(async (ticket, incident, unstored) => {
    await storeEntries({ store, signer }, incident, unstored);
    return answered(ticket, null);
  }),
  startProcedure: ours(async (ticket, asked) => {
    const received = domainInstant(clock, calledAt());
    const starting = { store, gateway, signer, digestKeys };
    return answered(ticket, await startProcedure(starting, asked, received));
  }),
  nextUnit: ours(async (ticket, wanted) => answered(ticket, await nextUnit(store, wanted))),
});

/** The time of Temporal's server, which all times of a procedure follow: this machine's clock may differ. */
const calledAt = (): number => Context.current().info.currentAttemptScheduledTimestampMs;

const answered = <T>(ticket: string, answer: T): Answered<T> => ({
  ticket,
  answer,
  wall: calledAt(),
});

// A stranger at Temporal's port can answer workflow tasks and so schedule an activity, but not seal it for a workflow.
const ours =
  <Args extends readonly unknown[], Result>(
    activity: (...args: Args) => Promise<Result>,
  ): ((...args: Args) => Promise<Result>) =>
  async (...args) => {
    const reason = args.map(foreignReason).find((each) => each !== undefined);
    if (reason === undefined) return activity(...args);
    throw ApplicationFailure.nonRetryable(`what is asked is not ours: ${reason}`, 'foreign');
  };
