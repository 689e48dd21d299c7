import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { repeatAborted } from './repeat-aborted.ts';
import { updateFailure } from './update-failure.ts';

type Question = 'view' | 'unfinished';

// Without a worker no answer comes, and whoever asks has gone.
const askedMilliseconds = 20_000;

/**
 * Asks a procedure; it is woken for it. One that runs is asked by an update that it refuses with the answer, one that has
 * ended by a query (workflows/answering.ts says why).
 */
export const askProcedure = async <Answer>(
  client: Client,
  id: string,
  question: Question,
): Promise<Answer> => {
  const handle = client.workflow.getHandle(id);
  // One id: what is asked again while nobody answers does not use up the places that acts need.
  const ask = () => handle.executeUpdate(question, { updateId: `ask/${question}` });
  try {
    await client.withDeadline(Date.now() + askedMilliseconds, () => repeatAborted(ask));
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return handle.query<Answer>(question);
    const failure = updateFailure(error);
    if (failure?.type !== 'answer') throw error;
    return failure.details?.[0] as Answer;
  }
  throw new Error(`the question ${question} to ${id} was taken as if it were an act`);
};
