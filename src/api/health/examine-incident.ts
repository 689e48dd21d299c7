import { compareLogs, type ComparedParts } from '../../worker/client/compare-logs.ts';
import type { ProcedureGateway } from '../../worker/client/procedure-gateway.ts';
import type { Store } from '../../store/store.ts';
import { within } from '../../worker/within.ts';
import type { Sickness } from './sickness.ts';

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
      : { what: 'not-running', detail: `the engine says: ${status}` };
  }
  if (taskAttempts >= attemptsMin) {
    return { what: 'task-fails', detail: `a task was tried ${taskAttempts} times` };
  }
  const failing = tries.find(({ attempts }) => attempts >= attemptsMin);
  if (failing !== undefined) {
    const { what, failure } = failing;
    if (what !== 'storeEntries') return { what: 'effect-fails', detail: failure };
    const refused = { what: 'store-refuses', detail: failure } as const;
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
  if (unfinished === undefined) return { what: 'task-fails', detail: 'it does not answer' };
  const failed = unfinished.effects.find(({ failures }) => failures > 0);
  if (failed !== undefined) return { what: 'effect-fails', detail: failed.key };
  const finding = await apart({ gateway, store }, incident);
  return finding ?? (unfinished.refusals > 0 ? { what: 'store-refuses' } : undefined);
}

/** The fault where the logs of both sides do not fit. */
async function apart(parts: ComparedParts, incident: string): Promise<Finding | undefined> {
  const misfit = await answerOf(compareLogs(parts, incident));
  if (misfit === undefined) return undefined;
  const detail = `the database has ${misfit.stored} entries, the procedure ${misfit.held}`;
  return { what: misfit.what === 'store-older' ? 'store-behind' : 'forked', detail };
}

/** An answer, or nothing where it fails or does not come in time. */
const answerOf = <T>(answer: Promise<T>): Promise<T | undefined> =>
  within(
    answer.catch(() => undefined),
    askMilliseconds,
  );
