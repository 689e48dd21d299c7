import type { AnchoredEnd, ChainEnd } from '../../contract/dossier-contract.ts';
import type { StatementSigner } from '../../model/statement-signer.ts';
import type { Anchored } from '../../store/anchors/anchored.ts';
import type { AnchorMisfit } from '../../store/anchors/anchor-misfits.ts';
import type { Store } from '../../store/store.ts';
import { inRounds, type Rounds } from '../../worker/rounds.ts';
import type { DomainClock } from '../domain-clock.ts';
import type { Metrics } from '../metrics.ts';
import { moment } from '../views/moment.ts';
import type { AnchorOptions } from './anchor-options.ts';
import { freshHeads } from './fresh-heads.ts';
import { tellWitness } from './tell-witness.ts';

/** The parts that anchoring works with. */
export interface AnchoringParts {
  readonly store: Store;
  readonly clock: DomainClock;
  readonly signer: StatementSigner;
  readonly metrics: Metrics;
}

/** The anchors as routes see them, and the loop that writes them. */
export interface Anchoring {
  /** The last record, with the head of a log that the records so far have; nothing before the first record. */
  of(incident: string): Promise<AnchoredEnd | undefined>;
  /** The same of the API's own log. */
  ofApiLog(): Promise<AnchoredEnd | undefined>;
  start(onError: (error: unknown) => void): void;
  /** Anchors what is left, and lets go of the file. */
  stop(): Promise<void>;
}

/**
 * Writes where the logs end into a file outside the database, again and again and when the process stops. Who then cuts
 * a log or writes it anew in the database cannot make it fit what is anchored. It says nothing of what happened since.
 */
export function createAnchoring(options: AnchorOptions, parts: AnchoringParts): Anchoring {
  const { file, everyMilliseconds } = options;
  const { store } = parts;
  let rounds: Rounds | undefined;
  let onError = (error: unknown): void => void error;
  let deafen = (): void => {};
  const grown = grownLogs();
  const told = new Set<string | undefined>();

  const once = async (isStopped: () => boolean): Promise<void> => {
    try {
      // Another process writes this file, and tells its witnesses.
      if (!(await file.mayWrite())) return await file.catchUp();
      await anchorHeads(options, parts, { grown, told, onError });
      parts.metrics.gauge('jiechu_anchored_time_seconds', Math.floor(Date.now() / 1000));
      await tellWitness(options);
      if (!isStopped()) await stampLast(options, parts);
    } catch (error) {
      parts.metrics.count('jiechu_anchor_failures_total');
      onError(error);
    }
  };
  const ended = async (headIn: (anchored: Anchored) => ChainEnd | undefined) => {
    await file.catchUp();
    const { last: record, chain } = file.anchored;
    const head = headIn(file.anchored);
    return record.seq === 0 ? undefined : { chain, record, ...(head && { head }) };
  };
  return {
    of: (incident) => ended(({ heads }) => heads.get(incident)),
    ofApiLog: () => ended(({ apiLog }) => apiLog),
    start(onErrors) {
      onError = onErrors;
      deafen = store.onChange(grown.hear);
      rounds = inRounds(once, { everyMilliseconds, onError });
    },
    async stop() {
      deafen();
      await rounds?.stop();
      await once(() => true);
      await file.close();
    },
  };
}

/** The logs that may have grown since they were last taken. */
function grownLogs() {
  let logs: Set<string> | 'all' = 'all';
  return {
    hear({ incident, report }: { readonly incident?: string; readonly report?: string }): void {
      if (incident === undefined && report === undefined) logs = 'all';
      else if (incident !== undefined && logs !== 'all') logs.add(incident);
    },
    take(): ReadonlySet<string> | 'all' {
      const taken = logs;
      logs = new Set();
      return taken;
    },
    putBack(taken: ReadonlySet<string> | 'all'): void {
      if (taken === 'all') logs = 'all';
      else if (logs !== 'all') for (const log of taken) logs.add(log);
    },
  };
}

interface Round {
  readonly grown: ReturnType<typeof grownLogs>;
  /** The logs that did not fit since the start: each is told once. */
  readonly told: Set<string | undefined>;
  readonly onError: (error: unknown) => void;
}

async function anchorHeads(
  { file }: AnchorOptions,
  { store, clock, signer, metrics }: AnchoringParts,
  { grown, told, onError }: Round,
): Promise<void> {
  const taken = grown.take();
  try {
    const at = moment(clock.now());
    const { heads, apiLog, misfits } = await freshHeads(store, file.anchored, taken);
    for (const misfit of misfits) {
      if (!told.has(misfit.incident)) onError(new Error(misfitText(misfit)));
      told.add(misfit.incident);
    }
    metrics.gauge('jiechu_anchor_misfits', told.size);
    if (Object.keys(heads).length === 0 && apiLog === undefined) return;
    await file.append({ kind: 'heads', incidents: heads, ...(apiLog && { apiLog }) }, at, signer);
  } catch (error) {
    grown.putBack(taken);
    throw error;
  }
}

// The hash that an authority stamped is in the chain from then on, and so is all that it covers.
async function stampLast(
  { file, timeStamping }: AnchorOptions,
  { clock, signer }: AnchoringParts,
): Promise<void> {
  const { last, stamped } = file.anchored;
  if (timeStamping === undefined || last.seq === 0 || stamped.seq === last.seq) return;
  const token = await timeStamping.stamp(last.hash);
  await file.append({ kind: 'stamped', record: last, token }, moment(clock.now()), signer);
}

const misfitText = ({ incident, anchored, last }: AnchorMisfit): string =>
  `the log of ${incident ?? 'the API'} is not what was anchored: entry ${anchored.seq} was ${last < anchored.seq ? 'cut off' : 'replaced'} in the database`;
