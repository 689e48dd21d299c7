import type { Pending } from '../../src/model/step-row.ts';
import { reportedAt } from './log-of.ts';

/** Something that `eve` asks a leader to agree to, with what a test needs to differ. */
export const aPending = (differing: Partial<Pending> = {}): Pending => ({
  kind: 'approve',
  by: 'eve',
  unit: 'east',
  proposed: reportedAt,
  happened: reportedAt,
  judge: 'leader',
  late: 'ladder',
  facts: {},
  evidence: [],
  ...differing,
});
