import { ApplicationFailure } from '@temporalio/workflow';

const ownErrors: readonly string[] = ['Error', 'TypeError', 'RangeError'];

/** True where an error is a mistake of the program and not one by which Temporal steers a workflow. */
export const isBroken = (error: unknown): error is Error =>
  error instanceof Error && ownErrors.includes(error.name);

/** A broken invariant as the failure of an update: the act fails alone, and what asked for it hears why. */
export const broken = (error: Error): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'broken',
    message: String(error),
    nonRetryable: true,
    cause: error,
  });
