import { setTimeout as sleep } from 'node:timers/promises';
import type { Text } from '../../model/text.ts';
import type { Store } from '../../store/store.ts';
import type { ChainBreak } from '../../store/verify-chain.ts';
import { WrongUse } from '../wrong-use.ts';

type Environment = Readonly<Record<string, string | undefined>>;

// A start must not wait for a log of years: its end is checked before, the rest while the system runs.
const checkedBefore = 5_000;
const atOnce = 1_000;
const pauseMilliseconds = 50;

/** A check that goes on while the system runs. */
export interface GoingOn {
  /** Ends it where it is, and waits for that. */
  stop(): Promise<void>;
}

/** A check that a start has begun, and the rest of it. */
export interface ApiLogCheck {
  /** Checks what the start did not, and says what is wrong. */
  checkRest(tell: (text: Text) => void): GoingOn;
}

/** Refuses an API log the end of which is not as it was written. */
export const checkApiLog = async (store: Store, environment: Environment): Promise<ApiLogCheck> => {
  const known = knownBreaks(environment);
  const { seq } = await store.apiLog.head();
  const after = Math.max(0, seq - checkedBefore);
  const broken = await breakBeyond(store, known, { after, to: seq });
  if (broken !== undefined) throw new WrongUse(brokenText(broken));
  return {
    checkRest(tell) {
      let isStopped = false;
      const going = checkSlowly(store, { known, to: after, tell, isStopped: () => isStopped });
      return {
        async stop() {
          isStopped = true;
          await going;
        },
      };
    },
  };
};

// In small parts with pauses: acts come first.
const checkSlowly = async (
  store: Store,
  {
    known,
    to,
    tell,
    isStopped,
  }: {
    readonly known: ReadonlySet<number>;
    readonly to: number;
    readonly tell: (text: Text) => void;
    readonly isStopped: () => boolean;
  },
): Promise<void> => {
  try {
    for (let after = 0; after < to && !isStopped(); after += atOnce) {
      const part = { after, to: Math.min(after + atOnce, to) };
      const broken = await breakBeyond(store, known, part);
      if (broken !== undefined) return tell(brokenText(broken));
      await sleep(pauseMilliseconds, undefined, { ref: false });
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell({
      zh: `接口日志没有查完：${why}`,
      en: `the log of the API was not checked to its end: ${why}`,
    });
  }
};

const breakBeyond = async (
  store: Store,
  known: ReadonlySet<number>,
  { after, to }: { readonly after: number; readonly to: number },
): Promise<ChainBreak | undefined> => {
  const broken = await store.apiLog.brokenAt({ after, to });
  if (broken === undefined || !known.has(broken.seq)) return broken;
  return breakBeyond(store, known, { after: broken.seq, to });
};

// A log that was damaged once stays damaged: who has looked at it names the entry, so that the next break shows.
const knownBreaks = (environment: Environment): ReadonlySet<number> => {
  const text = environment['JIECHU_KNOWN_API_LOG_BREAKS'] || '';
  if (text !== '' && !/^[0-9]+(,[0-9]+)*$/u.test(text)) {
    throw new WrongUse({
      zh: 'JIECHU_KNOWN_API_LOG_BREAKS 应为日志条目的编号，用逗号分开',
      en: 'JIECHU_KNOWN_API_LOG_BREAKS takes the numbers of entries, with commas between them',
    });
  }
  return new Set(text.split(',').filter(Boolean).map(Number));
};

const brokenText = ({ seq }: ChainBreak): Text => ({
  zh: `接口日志第 ${seq} 条被改过或缺失：请用备份恢复数据库；要照样继续，先留一份作证据，再设 JIECHU_KNOWN_API_LOG_BREAKS=${seq}`,
  en: `entry ${seq} of the log of the API was changed or is missing: restore the database from a backup; to go on as it is, keep a copy as evidence and set JIECHU_KNOWN_API_LOG_BREAKS=${seq}`,
});
