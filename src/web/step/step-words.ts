/** The statuses of a step, in the order in which an incident lists its steps. */
export const stepStatuses = [
  'open',
  'between',
  'undecided',
  'waiting',
  'done',
  'deviated',
  'missed',
  'not-needed',
  'superseded',
] as const;
export type StepStatus = (typeof stepStatuses)[number];

/** The kinds of question to a second person. */
export type PendingKind = 'approve' | 'confirm' | 'correction' | 'deviation' | 'back-dating';

/** The actions on a step, the likeliest first. */
export const stepActions = ['do', 'agree', 'reject', 'reopen', 'extend', 'deviate'] as const;
export type StepAction = (typeof stepActions)[number];
