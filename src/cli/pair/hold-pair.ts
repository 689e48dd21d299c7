import { setTimeout as sleep } from 'node:timers/promises';
import type { Text } from '../../model/text.ts';
import type { SignerRole } from '../../model/trust/said.ts';
import { domainInstant } from '../../worker/client/domain-instant.ts';
import { keepPair, type PairKeeping } from '../../worker/pair/keep-pair.ts';
import { renewPair } from '../../worker/pair/renew-pair.ts';
import type { Connected } from '../system/start-parts.ts';
import { WrongUse } from '../wrong-use.ts';
import { checkPair } from './check-pair.ts';

/** The settings that a pair is held with. */
export interface PairHolding {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly warn: (text: Text) => void;
}

/** Refuses a database and histories that do not fit; says which generation the histories have. */
export const checkConnected = (
  connected: Connected,
  role: SignerRole,
  { environment, warn }: PairHolding,
): Promise<number> => {
  const { clock, histories, store } = connected;
  const instant = (wall: number) => domainInstant(clock, wall);
  const gateway = connected.gateway(role);
  return checkPair({ store, histories, gateway, instant, environment, warn });
};

/** Refuses a database and histories that do not fit; gives both the next mark, and goes on doing so. */
export const holdPair = async (
  connected: Connected,
  holding: PairHolding,
): Promise<PairKeeping> => {
  const generation = await checkConnected(connected, 'api', holding);
  await renewPair(connected, Date.now(), generation);
  return keepPair(connected, (error) =>
    process.emitWarning(`the pair is not marked: ${String(error)}`),
  );
};

/** A pair that is held once its histories can be reached. */
export interface PairHeldLater {
  /** Settles when it is held. */
  readonly fits: Promise<unknown>;
  /** Settles with the reason when it is found not to fit. */
  readonly broken: Promise<Text>;
  stop(): Promise<void>;
}

const againMilliseconds = 2_000;
// A start goes on without it rather than wait for a server that is away.
const soonMilliseconds = 5_000;

/** Holds a pair of servers, of which Temporal may be away: then it is asked again and again. Throws what is refused at once. */
export const holdPairOfServers = async (
  connected: Connected,
  holding: PairHolding,
): Promise<PairHeldLater> => {
  const ended = new AbortController();
  const { signal } = ended;
  let keeping: PairKeeping | undefined;
  const attempt = async (): Promise<'held' | 'away'> => {
    try {
      keeping = await holdPair(connected, holding);
      if (signal.aborted) await keeping.stop();
      return 'held';
    } catch (error) {
      if (error instanceof WrongUse) throw error;
      return 'away';
    }
  };
  const holdAtLast = async (first: Promise<'held' | 'away'>): Promise<void> => {
    holding.warn(away);
    for (let held = first; (await held) === 'away'; held = attempt()) {
      await sleep(againMilliseconds, undefined, { signal });
    }
  };
  const first = attempt();
  const soon = await Promise.race([
    first,
    sleep(soonMilliseconds, 'away' as const, { signal, ref: false }),
  ]);
  const fits = soon === 'held' ? Promise.resolve() : holdAtLast(first);
  // Each caller that needs it waits for it.
  fits.catch(() => undefined);
  return {
    fits,
    broken: new Promise((resolve) => {
      fits.catch((error: unknown) => error instanceof WrongUse && resolve(error.text));
    }),
    async stop() {
      ended.abort();
      await keeping?.stop();
    },
  };
};

const away: Text = {
  zh: 'Temporal 没有应答：数据库和流程历史是否一套，等它恢复后核对，在此之前不办理警情',
  en: 'Temporal does not answer: whether the database and the histories fit is checked once it does, and nothing is begun before',
};
