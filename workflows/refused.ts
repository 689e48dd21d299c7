import { ApplicationFailure } from '@temporalio/workflow';
import type { Refusal } from '../src/model/refusal.ts';
import { refusalType } from './messages.ts';

/** A refusal as the failure of an update: an answer to the client, not an error of the workflow. */
export const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({
    type: refusalType,
    message: refusal.code,
    nonRetryable: true,
    details: [refusal],
  });
