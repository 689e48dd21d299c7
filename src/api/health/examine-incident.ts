import { compareLogs, type ComparedParts } from '../../worker/client/compare-logs.ts';
import type { ProcedureGateway } from '../../worker/client/procedure-gateway.ts';
import type { Text } from '../../model/text.ts';
import type { Store } from '../../store/store.ts';
import { within } from '../../worker/within.ts';
import type { Sickness } from './sickness.ts';

const noAnswer: Text = { zh: '流程没有应答', en: 'it does not answer' };

const statusTexts: Readonly<Record<'ended' | 'stopped' | 'absent', Text>> = {
  ended: { zh: '流程已经自己结束', en: 'the procedure has ended by itself' },
  stopped: { zh: '流程被人停止，或出错停止', en: 'the procedure was stopped, or failed' },
  absent: { zh: '引擎里没有这个流程', en: 'the engine has no such procedure' },
};

/** The words of a library or a server, which are the same in every language. */
const foreignWords = (words: string): Text => ({ zh: words, en: words });

/** A fault that an examination found. */
export type Finding = Pick<Sickness, 'what' | 'detail'>;

// The first tries fail for passing reasons; the third comes some ten seconds after the first.
const attemptsMin = 3;
const askMilliseconds = 5_000;

/**
 * Looks for what is wrong with an open incident: first by the server's description, and where that gives cause, by asking
 * the procedure itself, which wakes it.
 *
 * @param suspect it is asked in any case
 * @returns nothing where it is well, or closed meanwhile
 */
export async function examineIncident(
  { gateway, store }: { readonly gateway: ProcedureGateway; readonly store: Store },
  incident: string,
  { isSuspect, isBehind }: { readonly isSuspect: boolean; readonly isBehind: boolean },
): Promise<Finding | undefined> {
  const { status, taskAttempts, tries } = await gateway.diagnose(incident);
  if (status !== 'running') {
    const record = await store.incidents.get(incident);
    // The last entries are written a moment before the procedure ends.
    return record === undefined || record.closedAt !== undefined
      ? undefined
      : { what: 'not-running', detail: statusTexts[status] };
  }
  if (taskAttempts >= attemptsMin) {
    return {
      what: 'task-fails',
      detail: {
        zh: `同一个任务已经试了 ${taskAttempts} 次`,
        en: `a task was tried ${taskAttempts} times`,
      },
    };
  }
  const failing = tries.find(({ attempts }) => attempts >= attemptsMin);
  if (failing !== undefined) {
    const { what, failure } = failing;
    if (what !== 'storeEntries') return { what: 'effect-fails', detail: foreignWords(failure) };
    const refused = { what: 'store-refuses', detail: foreignWords(failure) } as const;
    return (await apart({ gateway, store }, incident)) ?? refused;
  }
  if (!isSuspect && !isBehind) return undefined;
  return (await asked({ gateway, store }, incident)) ?? (isBehind ? { what: 'behind' } : undefined);
}

async function asked(
  { gateway, store }: { readonly gateway: ProcedureGateway; readonly store: Store },
  incident: string,
): Promise<Finding | undefined> {
  const unfinished = await answerOf(gateway.unfinished(incident));
  if (unfinished === undefined) return { what: 'task-fails', detail: noAnswer };
  const failed = unfinished.effects.find(({ failures }) => failures > 0);
  if (failed !== undefined) return { what: 'effect-fails', detail: foreignWords(failed.key) };
  const finding = await apart({ gateway, store }, incident);
  return finding ?? (unfinished.refusals > 0 ? { what: 'store-refuses' } : undefined);
}

/** The fault where the logs of both sides do not fit. */
async function apart(parts: ComparedParts, incident: string): Promise<Finding | undefined> {
  const misfit = await answerOf(compareLogs(parts, incident));
  if (misfit === undefined) return undefined;
  const detail = {
    zh: `数据库有 ${misfit.stored} 条日志，流程有 ${misfit.held} 条`,
    en: `the database has ${misfit.stored} entries, the procedure ${misfit.held}`,
  };
  return { what: misfit.what === 'store-older' ? 'store-behind' : 'forked', detail };
}

/** An answer, or nothing where it fails or does not come in time. */
const answerOf = <T>(answer: Promise<T>): Promise<T | undefined> =>
  within(
    answer.catch(() => undefined),
    askMilliseconds,
  );
