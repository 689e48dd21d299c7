import type { QueryDefinition, UpdateDefinition } from '@temporalio/common';
import { ApplicationFailure, setHandler } from '@temporalio/workflow';
import { answerType } from './messages.ts';

/**
 * Answers a question in both of its forms.
 *
 * A run that is on is asked by an update that its validator refuses with the answer: the server gives it to a worker in a
 * task, as it does an act, and it leaves no event of its own in the history. A query reaches a worker at any time, also
 * before the task of what it is answered from (before-its-task.ts); it is for runs that have ended.
 */
export const answering = <Answer>(
  question: {
    readonly query: QueryDefinition<Answer>;
    readonly update: UpdateDefinition<void, []>;
  },
  answer: () => Answer,
): void => {
  setHandler(question.query, answer);
  setHandler(question.update, () => undefined, {
    validator: () => {
      throw ApplicationFailure.create({
        type: answerType,
        message: 'a question, answered in the details',
        nonRetryable: true,
        details: [answer()],
      });
    },
  });
};
