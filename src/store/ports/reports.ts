import type { Decision } from '../../model/decision.ts';
import type { FactValue } from '../../model/fact-value.ts';
import type { Instant } from '../../model/instant.ts';

/** The inbox: what the public told us is kept here before anything else happens to it. */
export interface Reports {
  /**
   * Keeps a report and gives it its number. The same key from the same sender is the same report:
   * `fresh` is then false; with another content it is refused.
   */
  take(report: NewReportRecord): Promise<ReportTaking>;
  /** Leaves out so many numbers of some local dates: reports that are gone from the database may have had them. */
  skipNumbers(localDates: readonly string[], count: number): Promise<void>;
  get(id: string): Promise<ReportRecord | undefined>;
  /** The report that a sender sent under a key. */
  byKey(sender: string, key: string): Promise<ReportRecord | undefined>;
  /** In the order they came in. */
  ofIncident(incident: string): Promise<readonly ReportRecord[]>;
  /** The first report of each of several incidents, by incident. */
  firstOf(incidents: readonly string[]): Promise<ReadonlyMap<string, ReportRecord>>;
  /** Reports whose incident does not run yet, oldest first; those tried before `triedBefore` or never. */
  toRetry(narrow: {
    readonly triedBefore: Instant;
    readonly limit: number;
  }): Promise<readonly ReportRecord[]>;
  /** Newest first; for the desk. Those of the units, or all. */
  latest(narrow: {
    readonly units?: readonly string[];
    readonly limit: number;
  }): Promise<readonly ReportRecord[]>;
  /**
   * Keeps what it is to be started as. `incident` is the id that it is to be started under: written down
   * first, so that a retry uses the same. False, and nothing written, where it has been given to another incident;
   * `instead` names one that it cannot go to any more.
   */
  decided(
    id: string,
    outcome: {
      readonly incident: string;
      readonly procedure: string;
      readonly release: string;
      readonly decision?: Decision;
      readonly instead?: string;
    },
  ): Promise<boolean>;
  /**
   * Gives a report without an incident to a running one; false where it has one. What it was classified as goes: of a
   * report that joins nothing is decided.
   */
  give(id: string, incident: string): Promise<boolean>;
  /** Takes it back from an incident that it has not joined: it is classified when it begins its own. */
  takeBack(id: string, incident: string): Promise<void>;
  /** Its incident runs. (Writing the incident's `started` or `joined` entry does the same.) */
  started(id: string, how: { readonly incident: string; readonly joined: boolean }): Promise<void>;
  /** It could not be started: counted, and tried again later. */
  failed(id: string, at: Instant, error: string): Promise<void>;
}

export interface NewReportRecord {
  readonly idempotencyKey: string;
  /** The person or system that sent it; keys of different senders do not meet. */
  readonly sender: string;
  /** Keyed digest of the content. */
  readonly digest: string;
  /** The same under keys from before. */
  readonly formerDigests?: readonly string[];
  /** The local date of `received`, `2026-11-23`: numbers begin anew each day. */
  readonly localDate: string;
  readonly channel: string;
  /** When it was told. */
  readonly at: Instant;
  readonly received: Instant;
  readonly unit: string;
  readonly zone?: string;
  readonly handledAt?: string;
  readonly text: string;
  readonly place?: string;
  readonly reporter?: { readonly name?: string; readonly phone?: string };
  readonly facts: Readonly<Record<string, FactValue>>;
  /** The running incident that it is to join. */
  readonly incident?: string;
  /** The decision of the rules and its release. None for a report that joins: nothing is decided of it. */
  readonly classified?: ClassifiedRecord;
}

export interface ClassifiedRecord {
  readonly decision: Decision;
  readonly procedure: string;
  readonly release: string;
}

export type ReportTaking =
  | { readonly taken: true; readonly fresh: boolean; readonly report: ReportRecord }
  /** The key was used for another content, kept as `report`. */
  | { readonly taken: false; readonly code: 'key-reused'; readonly report: string };

export interface ReportRecord extends Omit<
  NewReportRecord,
  'localDate' | 'text' | 'classified' | 'formerDigests'
> {
  /** `R20261123-000001`. */
  readonly id: string;
  readonly status: 'inbox' | 'started' | 'joined';
  /** Absent after erasure. */
  readonly text?: string;
  readonly erased?: Instant;
  readonly procedure?: string;
  readonly release?: string;
  readonly decision?: Decision;
  readonly attempts: number;
  readonly lastTried?: Instant;
  readonly lastError?: string;
}
