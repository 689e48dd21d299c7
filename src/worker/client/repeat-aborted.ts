import { setTimeout as sleep } from 'node:timers/promises';

const attemptsMax = 6;

// Messages of servers about an update that came while a run made place for the next, or while they were overloaded.
const againSaid = [
  /update was aborted/u,
  /workflow execution already completed during/u,
  /ABORTED/u,
  /AcceptedUpdateCompletedWorkflow/u,
  /wasn't processed by worker/u,
  /^update .* not found$/u,
  /unexpected workflow task failure/u,
];

/**
 * Sends an update again when the server says that it was aborted, which it does under load and when a run continues
 * as new in between. The update carries the same id each time, so it takes effect once.
 */
export const repeatAborted = async <T>(send: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (attempt >= attemptsMax || !wasAborted(error)) throw error;
      await sleep(20 * 2 ** attempt);
    }
  }
};

const wasAborted = (error: unknown): boolean => {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (againSaid.some((said) => said.test(at.message))) return true;
  }
  return false;
};
