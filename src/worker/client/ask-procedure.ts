import { QueryNotRegisteredError, type Client } from '@temporalio/client';

// The second question finds the task that the first came before, and waits for it; a timer can come between once more.
const attemptsMax = 3;

/**
 * Asks a procedure by a query of ours; it is woken for it. A question that the worker refused, as one that comes before its
 * task (workflows/before-its-task.ts), is asked again.
 */
export const askProcedure = async <Answer>(
  client: Client,
  id: string,
  query: 'view' | 'unfinished',
): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.workflow.getHandle(id).query<Answer>(query);
    } catch (error) {
      // The server says of every query that failed in the worker that its argument is not valid.
      if (attempt === attemptsMax || !(error instanceof QueryNotRegisteredError)) throw error;
    }
  }
};
