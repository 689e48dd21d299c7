import type { Binding } from './binding.ts';
import type { CommittedWords } from './committed-words.ts';
import type { Decision } from './decision.ts';
import type { Effect } from './effect.ts';
import type { FactValue } from './fact-value.ts';
import type { Instant } from './instant.ts';
import type { RungAction } from './ladder.ts';
import type { PendingSwitch } from './procedure-state.ts';
import type { StepRow, StepStatus } from './step-row.ts';

/**
 * The data of an entry, by what it tells. The projections of the store are made from these alone.
 * Personal values and words that somebody wrote stand as commitments, never in clear.
 */
export type LogData =
  | {
      readonly kind: 'started';
      readonly procedure: string;
      readonly procedureKind: 'standard' | 'procedure';
      readonly release: string;
      readonly report: string;
      readonly reportedAt: Instant;
      readonly channel: string;
      readonly unit: string;
      readonly priority: number;
    }
  /** The whole new row of a step whose status or due changed; `procedure` is the spec the step stands in. */
  | {
      readonly kind: 'step';
      readonly procedure: string;
      readonly role: string;
      readonly required: boolean;
      readonly from?: StepStatus;
      readonly row: StepRow;
      /** The nearest instant at which it wants attention: due, or reminder due; for lists. */
      readonly dueNow?: Instant;
    }
  | {
      readonly kind: 'fact';
      readonly fact: string;
      readonly value?: FactValue;
      readonly commitment?: string;
      readonly corrected: boolean;
    }
  | { readonly kind: 'decided'; readonly decision: Decision }
  | {
      readonly kind: 'bound';
      readonly role: string;
      readonly binding: Binding;
      readonly why: 'started' | 'step' | 'hand-over' | 'escalation';
      /** Set where the incident has another handling unit from now on. */ readonly handlingUnit?: string;
    }
  | {
      readonly kind: 'priority';
      readonly from: number;
      readonly to: number;
      readonly why: 'rules' | 'escalation';
    }
  | {
      readonly kind: 'reminded';
      readonly key: string;
      readonly due: Instant;
      readonly tell: readonly string[];
    }
  /** `of` says whether the step itself, the judgement on it, or the answer that it waits for is late. */
  | {
      readonly kind: 'late';
      readonly key: string;
      readonly of: 'step' | 'judgement' | 'answer' | 'occurrence';
      readonly due: Instant;
      readonly ladder: string;
    }
  | {
      readonly kind: 'rung';
      readonly key: string;
      readonly rung: string;
      readonly ladder: string;
      readonly tell: readonly string[];
      readonly do: readonly RungAction[];
    }
  | {
      readonly kind: 'told';
      readonly who: string;
      readonly what: 'done' | 'proposed' | 'rejected' | 'agreed';
      /** Set where it is about a correction: `who` is then who is told, also of an answer. */
      readonly of?: 'correction';
    }
  /** `key` names the effect that is performed by it. */
  | {
      readonly kind: 'starts';
      readonly procedure: string;
      readonly id: string;
      readonly key: string;
    }
  | {
      readonly kind: 'standard-added';
      readonly procedure: string;
      readonly basis: readonly string[];
    }
  | {
      readonly kind: 'standard-switched';
      readonly phase: 'proposed' | 'done' | 'agreed' | 'rejected';
      readonly from: string;
      readonly to: string;
      /** The role that judges a proposed one, and until when. */
      readonly judge?: string;
      readonly due?: Instant;
      readonly note?: CommittedWords;
      /** The switch that a second person has yet to judge; `judged` keeps a judged one from being proposed again. */
      readonly pending?: PendingSwitch;
      readonly judged?: string;
    }
  /** Another report of the same event; told to the roles that have something to do in it. */
  | { readonly kind: 'joined'; readonly report: string; readonly tell?: readonly string[] }
  | {
      readonly kind: 'act';
      readonly act: string;
      readonly happened: Instant;
      readonly received: Instant;
      readonly note?: CommittedWords;
      readonly reason?: string;
    }
  | { readonly kind: 'calendar-published'; readonly calendar: string; readonly digest: string }
  /** Something has to be done outside. */
  | { readonly kind: 'effect-asked'; readonly effect: Effect }
  /** It could not be done and is tried again; or it is done. A start that is done is a `starts`. */
  | { readonly kind: 'effect-failed' | 'effect-performed'; readonly effect: Effect }
  | { readonly kind: 'closed' };

/** One entry of the chained, append-only log of a procedure. */
export interface LogEntry {
  readonly seq: number;
  /** When it is so in domain time (an act: when it happened). */
  readonly at: Instant;
  /** When the interpreter wrote it. */
  readonly recorded: Instant;
  readonly step?: string;
  readonly occurrence?: number;
  readonly by?: string;
  /** The id of the act that caused it. */
  readonly act?: string;
  readonly data: LogData;
  /** The hash of the entry before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 (hex) of the canonical JSON of this entry without `hash`. */
  readonly hash: string;
}

/** A value or words kept beside the log: the log has SHA-256 of salt and value. Erasing it leaves the chain valid. */
export interface PersonalValue {
  readonly commitment: string;
  readonly salt: string;
  readonly fact: string;
  readonly value: FactValue;
}
