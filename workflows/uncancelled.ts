import { CancellationScope } from '@temporalio/workflow';

/**
 * Runs something that a request to cancel the workflow does not reach: an incident is ended by closing it. Whatever waits
 * does so in here; a handler of an update is outside of the scope of the run.
 */
export const uncancelled = <T>(task: () => Promise<T>): Promise<T> =>
  CancellationScope.nonCancellable(task);
