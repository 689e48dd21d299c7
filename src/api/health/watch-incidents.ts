import type { Store } from '../../store/store.ts';
import type { ProcedureGateway } from '../../worker/client/procedure-gateway.ts';
import { inRounds } from '../../worker/rounds.ts';
import type { DomainClock } from '../domain-clock.ts';
import type { Metrics } from '../metrics.ts';
import { eachOf } from './each-of.ts';
import { examineIncident } from './examine-incident.ts';
import type { Sickness } from './sickness.ts';

/** The watch over open incidents: which of them do not go on as they should. */
export interface IncidentWatch {
  /** Those that are sick, longest first. */
  sick(): readonly Sickness[];
  of(incident: string): Sickness | undefined;
  /** Says that an incident did not answer: it is examined in the next round. */
  suspect(incident: string): void;
  /** Says that an incident was repaired: it counts as well until the next round has examined it. */
  repaired(incident: string): void;
  stop(): Promise<void>;
}

const roundMilliseconds = 15_000;
// The clock itself acts within a second; a loaded machine may take longer.
const behindMilliseconds = 45_000;
// With rounds of 15 seconds each of 1,000 open incidents is looked at once a minute.
const perRoundMax = 250;
const behindMax = 100;
const atOnceMax = 8;

/** Examines what is suspect and what is behind in each round, and of the others some, in turn. */
export function watchIncidents(
  parts: {
    readonly store: Store;
    readonly gateway: ProcedureGateway;
    readonly clock: DomainClock;
    readonly wallClock: () => number;
    readonly metrics: Metrics;
  },
  options: {
    readonly everyMilliseconds?: number | undefined;
    readonly onError: (error: unknown) => void;
  },
): IncidentWatch {
  const { store, clock, wallClock, metrics } = parts;
  const sick = new Map<string, Sickness>();
  const suspects = new Set<string>();
  let cursor = '';
  let stopWaiting = (): void => {};
  // An engine that is away is asked for many seconds, and whoever closes would wait as long.
  const stopped = new Promise<undefined>((resolve) => (stopWaiting = () => resolve(undefined)));

  const look = async (
    incident: string,
    behind: ReadonlySet<string>,
    isStopped: () => boolean,
  ): Promise<void> => {
    const isSuspect = suspects.delete(incident) || sick.has(incident);
    const examining = examineIncident(parts, incident, {
      isSuspect,
      isBehind: behind.has(incident),
    });
    const found = await Promise.race([examining, stopped]);
    if (isStopped()) return;
    if (found === undefined) sick.delete(incident);
    else sick.set(incident, { since: wallClock(), ...sick.get(incident), incident, ...found });
  };

  const round = async (isStopped: () => boolean): Promise<void> => {
    const before = clock.now() - behindMilliseconds * clock.factor;
    const behind = new Set(await store.incidents.behind(before, behindMax));
    const next = await store.incidents.openAfter(cursor, perRoundMax);
    cursor = next.length < perRoundMax ? '' : (next.at(-1) ?? '');
    const ids = [...new Set([...suspects, ...sick.keys(), ...behind, ...next])];
    await eachOf(ids, atOnceMax, async (incident) => {
      if (!isStopped()) await look(incident, behind, isStopped);
    });
    metrics.sick([...sick.values()]);
  };

  const rounds = inRounds(round, {
    everyMilliseconds: options.everyMilliseconds ?? roundMilliseconds,
    onError: options.onError,
  });
  return {
    sick: () => [...sick.values()].sort((left, right) => left.since - right.since),
    of: (incident) => sick.get(incident),
    suspect: (incident) => void suspects.add(incident),
    repaired(incident) {
      sick.delete(incident);
      suspects.add(incident);
    },
    async stop() {
      const ended = rounds.stop();
      stopWaiting();
      await ended;
    },
  };
}
