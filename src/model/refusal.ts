import type { Text } from './text.ts';

/** Why an act was not taken, with what is needed. Refusals are answers, not errors. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: Text;
  /** Unended required steps by how they stand; for `steps-open`. */
  readonly open?: readonly string[];
  readonly waiting?: readonly string[];
  readonly undecided?: readonly string[];
  /** Steps done but not yet confirmed by the second person. */
  readonly unconfirmed?: readonly string[];
  /** Missing evidence kinds or facts. */
  readonly missing?: readonly string[];
  /** The person who did it first, for `step-not-open`. */
  readonly doneBy?: string;
  /** The role it takes; the first of `roles` where one of several does. */
  readonly role?: string;
  readonly roles?: readonly string[];
  /** The step with which it is to be answered, or whose judgement comes first. */
  readonly step?: string;
}

/** Every code that a refusal has. */
export const refusalCodes = [
  'already-closed',
  'answer-pending',
  'answer-with-step',
  'clocks-apart',
  'crew-too-small',
  'equipment-missing',
  'evidence-missing',
  'evidence-unknown',
  'fact-invalid',
  'fact-unknown',
  'facts-missing',
  'happened-in-future',
  'happened-too-long-ago',
  'key-reused',
  'not-extendable',
  'not-your-role',
  'nothing-pending',
  'reason-unknown',
  'report-joined',
  'role-unknown',
  'second-person-needed',
  'step-not-done',
  'step-not-open',
  'step-unknown',
  'standard-changing',
  'standard-unknown',
  'steps-open',
  'switch-pending',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** The parts of a refusal that a scenario can check: its code, and what it names. */
export const refusalParts = [
  ...(['code', 'open', 'waiting', 'undecided', 'unconfirmed'] as const),
  ...(['missing', 'doneBy', 'role', 'roles', 'step'] as const),
] as const;
