import type { Instant } from '../model/instant.ts';
import type { MissedLadder, StepRow } from '../model/step-row.ts';

/** The prefix of the key of a rung that is climbed for an occurrence that was missed. */
export const missedPrefix = 'missed:';

/** From when the rungs of a late step count. One that was overdue at opening was reminded first. */
export const climbedFrom = ({ overdueAtOpening, reminderDue }: StepRow, due: Instant): Instant =>
  (overdueAtOpening === true ? (reminderDue ?? due) : due) + 1;

/**
 * The ladder that goes on when an open occurrence ends missed: the next one must not silence it. Where several are
 * missed in a row it is that of the first, so that nobody is told of each by everybody above.
 */
export const missedLadder = (row: StepRow): MissedLadder | undefined => {
  const { due, fired, missed } = row;
  if (missed !== undefined) {
    const climbed = fired.filter((key) => key.startsWith(missedPrefix));
    const rungs = climbed.map((key) => key.slice(missedPrefix.length));
    return { ...missed, fired: [...missed.fired, ...rungs] };
  }
  if (due === undefined) return undefined;
  return { from: climbedFrom(row, due), fired: fired.filter((key) => key.startsWith('rung:')) };
};
