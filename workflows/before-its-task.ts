import type { ActivateInput, WorkflowInterceptors } from '@temporalio/workflow';

type Activation = ActivateInput['activation'];
type Job = NonNullable<Activation['jobs']>[number];

// The result of a local activity comes within its task.
const isOfTask = (job: Job): boolean =>
  Boolean(job.doUpdate ?? job.fireTimer ?? job.signalWorkflow ?? job.cancelWorkflow) ||
  (job.resolveActivity != null && job.resolveActivity.isLocal !== true);

// The size too: a server whose clock was set back gives its next tasks the time of the last one.
const taskOf = ({ timestamp, historySizeBytes }: Activation): string =>
  `${timestamp?.seconds}.${timestamp?.nanos}/${historySizeBytes}`;

/**
 * The interceptors of one workflow: an activation is refused that brings a part of a task at the time of one that was
 * already worked off.
 *
 * A query can be answered from a history whose last task waits for a worker still: a worker was killed, a timer fired
 * meanwhile. The SDK then hands the workflow the timer for the query alone, with the time of the task before, and later the
 * task with the rest of what belongs to it; or the timer with the time of the task, and an act of the same task behind it.
 * On replay all comes at once, the commands come in another order, and the incident is dead (TMPRL1100). Refused, the query
 * or the task fails alone, the worker forgets the workflow, and the task comes again and finds it anew from the whole
 * history. We ask nothing that runs by a query (answering.ts); but anybody can, Temporal's own page among them.
 *
 * A task has a time and a size of history of its own and brings all that is its own at once, and a replay is never refused.
 * One case is left: a query of somebody else's, and a task that a second worker took and died of meanwhile, which has a time
 * of its own too.
 */
export const interceptors = (): WorkflowInterceptors => {
  let current = '';
  let last: string | undefined;
  return {
    internals: [
      {
        activate(input, next) {
          const { isReplaying, jobs } = input.activation;
          current = taskOf(input.activation);
          if (isReplaying !== true && current === last && jobs?.some(isOfTask) === true) {
            throw new Error(
              'this came apart from its task: the task is tried again from the whole history',
            );
          }
          next(input);
        },
        concludeActivation(input, next) {
          last = current;
          return next(input);
        },
      },
    ],
  };
};
