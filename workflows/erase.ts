import { workflowInfo } from '@temporalio/workflow';
import { eraseDigest, eraseValues, type ToErase } from '../src/machine/erase-values.ts';
import type { Erased } from './messages.ts';
import type { ProcedureRun } from './procedure-run.ts';

/**
 * Erases values from what a run knows, and has it continue as new: its own history still holds them, and is deleted once
 * the next run is on. Says which run that is.
 */
export const erase = (run: ProcedureRun, toErase: ToErase): Erased | Promise<Erased> =>
  run.lock.run(() => {
    run.state = run.state && eraseValues(run.state, toErase);
    run.unstored.erase(
      (value) => !toErase.commitments.includes(value.commitment),
      (receipt) => eraseDigest(receipt, toErase.acts),
    );
    run.hasErased = true;
    // eslint-disable-next-line no-restricted-syntax -- it is the same on replay, and only told
    return { runId: workflowInfo().runId };
  });
