import type {
  ActivateInput,
  WorkflowInterceptors,
  WorkflowInternalsInterceptor,
} from '@temporalio/workflow';

type Job = NonNullable<ActivateInput['activation']['jobs']>[number];
type Moment = ActivateInput['activation']['timestamp'];

// The result of a local activity comes within its task.
const isOfTask = (job: Job): boolean =>
  Boolean(job.doUpdate ?? job.fireTimer ?? job.signalWorkflow ?? job.cancelWorkflow) ||
  (job.resolveActivity != null && job.resolveActivity.isLocal !== true);

const textOf = (moment: Moment): string => `${moment?.seconds}.${moment?.nanos}`;

/**
 * Refuses an activation that brings a part of a task at the time of one that was already worked off.
 *
 * A query can be answered from a history whose last task waits for a worker still: a worker was killed, a timer fired
 * meanwhile. The SDK then hands the workflow the timer for the query alone, with the time of the task before, and later the
 * task with the rest of what belongs to it; or the timer with the time of the task, and an act of the same task behind it.
 * On replay all comes at once, the commands come in another order, and the incident is dead (TMPRL1100). Refused, the query
 * or the task fails alone, the worker forgets the workflow, and the task comes again and finds it anew from the whole
 * history. We ask nothing that runs by a query (answering.ts); but anybody can, Temporal's own page among them.
 *
 * A task has a time of its own and brings all that is its own at once, and a replay is never refused.
 */
class BeforeItsTask implements WorkflowInternalsInterceptor {
  private current = '';
  private last: string | undefined;

  activate(
    input: ActivateInput,
    next: Parameters<NonNullable<WorkflowInternalsInterceptor['activate']>>[1],
  ): void {
    const { isReplaying, jobs, timestamp } = input.activation;
    this.current = textOf(timestamp);
    if (isReplaying !== true && this.current === this.last && jobs?.some(isOfTask) === true) {
      throw new Error('a query came before the task of what it shows: ask again in some seconds');
    }
    next(input);
  }

  concludeActivation(
    ...[input, next]: Parameters<NonNullable<WorkflowInternalsInterceptor['concludeActivation']>>
  ): ReturnType<NonNullable<WorkflowInternalsInterceptor['concludeActivation']>> {
    this.last = this.current;
    return next(input);
  }
}

/** The interceptors of one workflow, as the SDK asks for them. */
export const interceptors = (): WorkflowInterceptors => ({ internals: [new BeforeItsTask()] });
