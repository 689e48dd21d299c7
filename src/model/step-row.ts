import type { CommittedWords } from './committed-words.ts';
import type { FactValue } from './fact-value.ts';
import type { Instant } from './instant.ts';

/**
 * The status of a step.
 *
 * `waiting` for what comes before; `undecided` while its condition is unknown; `open` to be done; `between` two
 * occurrences of a repeating step; `done`, `not-needed`, `deviated`, `missed` and `superseded` are its ends.
 */
export type StepStatus =
  | 'waiting'
  | 'undecided'
  | 'open'
  | 'between'
  | 'done'
  | 'not-needed'
  | 'deviated'
  | 'missed'
  | 'superseded';

/** One step of a running procedure, at rest. The machine's snapshot is made from these rows. */
export interface StepRow {
  readonly step: string;
  readonly status: StepStatus;
  /** From 1; only a repeating step goes beyond. */
  readonly occurrence: number;
  readonly opened?: Instant;
  /** The instant until which it is on time; absent while its anchor is not reached. */
  readonly due?: Instant;
  /** When the due moved last while it was open; reminders count from then and fire anew. */
  readonly dueMoved?: Instant;
  /** Its due had passed before it opened; `reminderDue` then says until when it is asked for. */
  readonly overdueAtOpening?: boolean;
  readonly reminderDue?: Instant;
  /** When it was marked late; stays after it is done. */
  readonly lateAt?: Instant;
  /** Milliseconds that it was done after its due. */
  readonly lateBy?: number;
  /** When it happened and was received; `ended` is when its status ended. */
  readonly happened?: Instant;
  readonly received?: Instant;
  readonly ended?: Instant;
  readonly by?: string;
  readonly evidence?: readonly KeptEvidence[];
  readonly note?: CommittedWords;
  /** A reason of the vocabulary, or why it was rejected or opened again. */
  readonly reason?: string | CommittedWords;
  /** When a second person last agreed to it, where that has to be before it acts. */
  readonly agreed?: Instant;
  /** The matter that waits for a second person. */
  readonly pending?: Pending;
  /** Undecided, and no step asks for what it lacks: who is asked for it instead. */
  readonly asked?: Asked;
  /** Times its due was extended. */
  readonly extended?: number;
  /** Reminders and rungs that have fired for this occurrence: `remind:0`, `remind:0@<dueMoved>`, `late`, `rung:<id>`, `pending:late`, `asked:late`. */
  readonly fired: readonly string[];
  /** The last occurrences that have ended, oldest first. */
  readonly occurrences?: readonly EndedOccurrence[];
  /** Repeating: when the present occurrence began. */
  readonly began?: Instant;
  /** Repeating: when the first occurrence began. */
  readonly beganFirst?: Instant;
  /** Repeating: since the last occurrence that was done, one ended missed; its ladder is climbed on. */
  readonly missed?: MissedLadder;
}

/** The ladder of the first occurrence that was missed: from when its rungs count, and those that have fired. */
export interface MissedLadder {
  readonly from: Instant;
  readonly fired: readonly string[];
}

/** An occurrence of a repeating step that is over. */
export interface EndedOccurrence {
  readonly occurrence: number;
  readonly status: 'done' | 'missed' | 'not-needed';
  readonly due?: Instant;
  readonly happened?: Instant;
  readonly by?: string;
  readonly lateBy?: number;
}

/** A proof of a step: a kind of the vocabulary, where it is kept, and the hash of the file where there is one. */
export interface Evidence {
  readonly kind: string;
  readonly reference: string;
  readonly sha256?: string;
}

/** The same at rest: where it is kept is somebody's words. */
export interface KeptEvidence extends Omit<Evidence, 'reference'> {
  readonly reference: CommittedWords;
}

/** A question that no step asks: for which facts, whom, since when and until when. */
export interface Asked {
  /** None where only a leader can say how the procedure goes on. */
  readonly facts: readonly string[];
  readonly role: string;
  readonly at: Instant;
  readonly due: Instant;
  readonly lateAt?: Instant;
}

/** Something a second person has to judge. */
export interface Pending {
  /**
   * `approve`, `deviation`, `back-dating`: nothing has acted yet. `correction`: the old answers act until it is agreed.
   * `confirm`: it acts already.
   */
  readonly kind: 'approve' | 'confirm' | 'correction' | 'deviation' | 'back-dating';
  readonly by: string;
  /** Others whose part in it waits too: none of them judges it. */
  readonly others?: readonly string[];
  /** The role in which a correction was offered: it is told what came of it. */
  readonly as?: string;
  /** Steps whose second person has agreed to a correction already. */
  readonly agreedBy?: readonly string[];
  /** The earlier answers to what is to be confirmed anew; without those that stand beside the log. */
  readonly before?: Readonly<Record<string, FactValue>>;
  /** The unit of who proposed it. */
  readonly unit: string;
  readonly proposed: Instant;
  readonly happened: Instant;
  /** The role that judges. */
  readonly judge: string;
  readonly due?: Instant;
  readonly lateAt?: Instant;
  readonly late: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** The commitments in the log of personal facts among them, by fact; who judges reads their values beside the log. */
  readonly commitments?: Readonly<Record<string, string>>;
  readonly evidence: readonly KeptEvidence[];
  readonly note?: CommittedWords;
  readonly reason?: string;
}
