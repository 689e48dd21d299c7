import { sha256Hex } from '../../src/machine/sha256-hex.ts';
import type { Act, ActMessage } from '../../src/model/act.ts';
import type { FactValue } from '../../src/model/fact-value.ts';
import type { LogEntry } from '../../src/model/log-entry.ts';
import type { ProcedureState } from '../../src/model/procedure-state.ts';
import type { Release } from '../../src/model/release.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import type { ClockSetting } from '../../src/worker/client/clock-setting.ts';
import type { ActOutcome, ProcedureGateway } from '../../src/worker/client/procedure-gateway.ts';
import type { Digests } from '../../src/worker/keys/digest-keys.ts';
import { signReceipts } from '../../src/worker/sign-receipts.ts';
import { newKey } from '../test-keys.ts';
import type { Engine } from './engine.ts';

/** The settings that an incident of a test begins with. */
export interface IncidentStart {
  readonly release: Release;
  readonly procedure: string;
  readonly id: string;
  readonly reportedAt: number;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly actsPerRun?: number;
  readonly clock?: ClockSetting;
  readonly foresees?: boolean;
}

/** An incident that runs, acted on as the API does it. */
export interface Incident {
  readonly id: string;
  readonly gateway: ProcedureGateway;
  /** Lets somebody in a role act now. */
  act(
    role: string,
    act: Act,
    options?: {
      readonly id?: string;
      readonly person?: string;
      readonly received?: number;
      /** As the API makes them of what was sent; of the act alone where absent. */
      readonly digests?: Digests;
    },
  ): Promise<ActOutcome>;
  view(): Promise<ProcedureState>;
  /** Every entry that an act was answered with or that the store has, by number. */
  entries(): Promise<readonly LogEntry[]>;
  /** The run that is on now. */
  runId(): Promise<string>;
}

const unit = 'unit-a';
let acts = 0;

/** Begins an incident by the gateway and writes it down, as the inbox of reports does. */
export const startIncident = async (engine: Engine, start: IncidentStart): Promise<Incident> => {
  const { id, release, procedure, reportedAt, facts = {}, actsPerRun = 500, clock } = start;
  const { foresees = true } = start;
  const gateway = engine.gateway({ actsPerRun, foresees, ...(clock && { clock }) });
  const known = new Map<number, LogEntry>();
  const keep = (outcome: ActOutcome): ActOutcome => {
    if (outcome.taken) for (const entry of outcome.entries) known.set(entry.seq, entry);
    return outcome;
  };
  const domainNow = async (): Promise<number> => {
    const wall = await engine.env.currentTimeMs();
    if (clock === undefined) return wall;
    return Math.floor(clock.domainOrigin + (wall - clock.wallOrigin) * clock.factor);
  };
  engine.running.add(id);
  const begun = keep(
    await gateway.begin({
      id,
      release: release.hash,
      procedure,
      report: { report: `report of ${id}`, at: reportedAt, channel: '110', unit, facts },
      registrar: scenarioActor('registrar', unit),
      received: await domainNow(),
      salt: 'salt',
    }),
  );
  if (begun.taken) {
    const { entries, personal } = begun;
    const receipts = signReceipts(id, begun, newKey().signer);
    await engine.store.log.append({ incident: id, entries, personal, receipts });
  }
  return {
    id,
    gateway,
    act: async (
      role,
      act,
      { id: actId = `${id}/act-${(acts += 1)}`, person = role, received, digests } = {},
    ) => {
      const now = received ?? (await domainNow());
      const message: ActMessage = {
        id: actId,
        ...(digests ?? { digest: sha256Hex(JSON.stringify(act)) }),
        act,
        actor: scenarioActor(role, unit, { person }),
        happened: now,
        received: now,
        salt: 'salt',
      };
      return keep(await gateway.act(id, message));
    },
    view: () => gateway.view(id),
    entries: async () => {
      for (const entry of await engine.store.log.of(id)) known.set(entry.seq, entry);
      return [...known.values()].sort((left, right) => left.seq - right.seq);
    },
    runId: async () => (await engine.client.workflow.getHandle(id).describe()).runId,
  };
};
