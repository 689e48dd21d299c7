import type { Answers } from './condition.ts';
import type { Binding } from './binding.ts';
import type { Calendar } from './calendar.ts';
import type { CommittedWords } from './committed-words.ts';
import type { Decision } from './decision.ts';
import type { Effect } from './effect.ts';
import type { FactValue } from './fact-value.ts';
import type { Instant } from './instant.ts';
import type { ProcedureTable } from './procedure-table.ts';
import type { SecondPersonSpec } from './procedure-spec.ts';

/** Everything a running procedure knows besides its spec. It travels through continue-as-new. */
export interface ProcedureState {
  /** The id of the incident or other procedure: also its workflow id. */
  readonly id: string;
  /** The first standard; `procedure` is the one that runs now. */
  readonly first: string;
  readonly procedure: string;
  /** Standards beside it. */
  readonly beside: readonly string[];
  readonly priority: number;
  /** The unit that handles it. */
  readonly unit: string;
  readonly table: ProcedureTable;
  readonly answers: Answers;
  /** The commitments in the log of those answers that stand beside it, by fact. */
  readonly commitments: Readonly<Record<string, string>>;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly decisions: readonly Decision[];
  readonly reports: readonly string[];
  /** Procedures it started. */
  readonly started: readonly {
    readonly procedure: string;
    readonly id: string;
    readonly step: string;
  }[];
  /** The effects that have to be done outside and are not done yet, oldest first. */
  readonly asked: readonly Effect[];
  /** Keys of starts and rungs that were performed: they are never performed again. */
  readonly performed: readonly string[];
  /** A switch that waits for a second person. */
  readonly pendingSwitch?: PendingSwitch;
  /** Switches that were judged, so that the same truth does not propose them again. */
  readonly judgedSwitches: readonly string[];
  /** The last 200 receipts, oldest first. */
  readonly receipts: readonly Receipt[];
  readonly head: { readonly seq: number; readonly hash: string };
  /** The latest instant at which anything was written: the time of the log never runs back. */
  readonly logTime: Instant;
  readonly calendar: Calendar;
}

/** A proposed or done switch of standard that a second person judges. */
export interface PendingSwitch {
  readonly id: string;
  readonly to: string;
  readonly by: string;
  readonly proposed: Instant;
  readonly judge: SecondPersonSpec;
  readonly due?: Instant;
  readonly lateAt?: Instant;
  readonly fired: readonly string[];
  /** Upward switches have acted already. */
  readonly acted: boolean;
  readonly note?: CommittedWords;
  /** Where to go back to when an upward switch is rejected. */
  readonly from: string;
}

/** That an act was taken: the same act again gets the same receipt. */
export interface Receipt {
  readonly act: string;
  readonly digest: string;
  readonly kind: string;
  readonly step?: string;
  readonly happened: Instant;
  readonly received: Instant;
  readonly by: string;
  /** The log head after it. */
  readonly seq: number;
  readonly hash: string;
}

/** Where a procedure comes from. */
export interface ReportSummary {
  readonly report: string;
  readonly at: Instant;
  readonly channel: string;
  readonly unit: string;
  readonly facts: Readonly<Record<string, FactValue>>;
}
