import type { Instant } from '../../model/instant.ts';
import type { DueSpec, SecondPersonSpec } from '../../model/procedure-spec.ts';
import type { Pending } from '../../model/step-row.ts';
import { dueInstant } from '../due-instant.ts';
import type { Progress } from './progress.ts';

/** A proposal that waits for a second person from now on, with the due of that person. */
export const pendingOf = (
  { on, state }: Progress,
  judge: SecondPersonSpec,
  proposed: Instant,
  offered: Omit<Pending, 'proposed' | 'judge' | 'due' | 'late'>,
): Pending => {
  const due =
    judge.due === undefined
      ? undefined
      : dueInstant(judge.due, {
          spec: on.spec,
          table: state.table,
          calendar: state.calendar,
          proposed,
        });
  return {
    ...offered,
    proposed,
    judge: judge.by,
    late: judge.late,
    ...(due === undefined ? {} : { due }),
  };
};

/** The due of a second person where the step does not say. */
export const secondPersonDue = (milliseconds: number): DueSpec => ({
  anchor: { kind: 'proposed' },
  limit: { kind: 'exact', milliseconds },
  custody: false,
  basis: ['assumed'],
});
