import type { Binding } from '../../model/binding.ts';
import type { Decision } from '../../model/decision.ts';
import type { CommittedWords } from '../../model/committed-words.ts';
import type { Instant } from '../../model/instant.ts';
import type { PersonalValue } from '../../model/log-entry.ts';
import type { StepRow } from '../../model/step-row.ts';
import type { AnswerRecord } from './log.ts';

/** Incidents and other procedures as projected from their logs. */
export interface Incidents {
  get(id: string): Promise<IncidentRecord | undefined>;
  /**
   * Those the reader may see: first those in which nobody is prompted, then late ones, then the nearest due, last the
   * closed ones, the latest report first.
   */
  list(narrow: IncidentNarrowing & IncidentPaging): Promise<readonly IncidentRecord[]>;
  /** True where `list` would show it to the reader. */
  readable(id: string, reader: IncidentReader): Promise<boolean>;
  /** The number of incidents; `before` of them stand up to a place of the list. */
  count(narrow: IncidentNarrowing, upTo?: IncidentPlace): Promise<IncidentCounts>;
  /** The releases under which open ones run. */
  openReleases(): Promise<readonly string[]>;
  /** Open ones in which another calendar is in force, by their ids from after one on. */
  openWithout(calendar: WantedCalendar, page: OpenPage): Promise<readonly CalendarRecord[]>;
  /** Open ones behind an id, in the order of ids. */
  openAfter(id: string, limit: number): Promise<readonly string[]>;
  /** Some open ones, those with the last ids. */
  newestOpen(limit: number): Promise<readonly string[]>;
  /** Open ones of which a step or a judgement was due before an instant and is not marked late. */
  behind(before: Instant, limit: number): Promise<readonly string[]>;
  step(id: string, step: string): Promise<StepRecord | undefined>;
  answers(id: string): Promise<readonly AnswerRecord[]>;
  /** All, oldest first; which of them hold is `known`. */
  decisions(id: string): Promise<readonly DecisionRecord[]>;
  /** The known state of several, by their ids. */
  known(wanted: readonly WantedKnown[]): Promise<ReadonlyMap<string, KnownRecord>>;
}

/** A calendar, by its content, and the releases that were compiled with another. */
export interface WantedCalendar {
  readonly digest: string;
  readonly otherReleases: readonly string[];
}

/** So many of a list by id, from after one on. */
export interface OpenPage {
  readonly after: string;
  readonly limit: number;
}

/** The number of times that an incident was given a calendar that its release does not have. */
export interface CalendarRecord {
  readonly id: string;
  readonly published: number;
}

/** Of which incident, and how much of it. */
export interface WantedKnown {
  readonly id: string;
  /** True where its personal values are wanted too: reading them belongs into the API's log. */
  readonly personal: boolean;
  /** True where its steps are wanted too. */
  readonly steps: boolean;
}

/** The answers and decisions of an incident, and the state of its steps. */
export interface KnownRecord {
  readonly answers: readonly AnswerRecord[];
  /** The latest of each rule set, oldest first. */
  readonly decisions: readonly DecisionRecord[];
  /** Personal values in clear, by commitment; none where they were not asked for. */
  readonly personal: Readonly<Record<string, PersonalValue>>;
  /** In no particular order; none where they were not asked for. */
  readonly steps: readonly StepRecord[];
}

/**
 * Sees the incidents of its unit and of `reach`, those in which one of these or the person is bound, and by a role of
 * `serves` those in its units that have asked the role for something or told it something.
 */
export interface IncidentReader {
  readonly person: string;
  readonly unit: string;
  readonly reach: readonly string[];
  readonly serves?: Readonly<Record<string, readonly string[]>>;
}

/** Reads what is protected by the roles that are held too. */
export interface ProtectedReader extends IncidentReader {
  readonly roles: readonly string[];
}

export interface IncidentNarrowing {
  /** Without a reader, all of them: for the system itself. */
  readonly reader?: ProtectedReader;
  readonly closed?: boolean;
  readonly procedure?: string;
  readonly kind?: 'standard' | 'procedure';
  /** The units that handle it. */
  readonly units?: readonly string[];
  readonly priority?: number;
  readonly reportedFrom?: Instant;
  readonly reportedTo?: Instant;
  /** Each of these has to be found. */
  readonly sought?: readonly SoughtWord[];
}

/** A word to be found in an incident's number, or in what its reports say and where if the reader may read that. */
export interface SoughtWord {
  /** In lower case. */
  readonly word: string;
  /** Procedures and units whose titles have the word. */
  readonly procedures: readonly string[];
  readonly units: readonly string[];
}

export interface IncidentPaging {
  readonly limit: number;
  /** The place behind which the page begins; at the beginning where there is none. */
  readonly after?: IncidentPlace;
}

/** Where an incident stands in the list. */
export interface IncidentPlace {
  readonly rank: number;
  readonly due: Instant | null;
  readonly reportedAt: Instant;
  readonly id: string;
}

export interface IncidentCounts {
  readonly all: number;
  /** Open ones with a late step. */
  readonly late: number;
  readonly nobodyPrompted: number;
  readonly before: number;
}

export interface IncidentRecord {
  readonly id: string;
  readonly kind: 'standard' | 'procedure';
  /** The procedure that runs now; `first` is the one that it was first taken for. */
  readonly procedure: string;
  readonly first: string;
  readonly beside: readonly string[];
  readonly release: string;
  /** The unit that handles it now. */
  readonly unit: string;
  readonly channel: string;
  readonly priority: number;
  readonly reportedAt: Instant;
  readonly startedAt: Instant;
  readonly closedAt?: Instant;
  readonly reports: readonly string[];
  /** Procedures it started. */
  readonly started: readonly {
    readonly procedure: string;
    readonly id: string;
    readonly step?: string;
  }[];
  /** A switch that waits for a second person; `acted` where it runs already. */
  readonly pendingSwitch?: SwitchRecord;
  /** The calendar that was published to it last; absent while that of its release is in force. */
  readonly calendar?: { readonly digest: string; readonly published: number };
  readonly head: { readonly seq: number; readonly hash: string };
  /** The holders of its roles, by role: access depends on them as much as on the unit. */
  readonly bindings: Readonly<Record<string, Binding>>;
  /** The roles that it has asked for a step or a judgement, or told something. */
  readonly asked: readonly string[];
  readonly openSteps: number;
  /** Open steps and judgements that are late. */
  readonly late: number;
  /** It is open, and no step and no judgement waits for anybody: it would go on only if somebody thought of it. */
  readonly nobodyPrompted: boolean;
  /** The nearest instant at which a step or a judgement wants attention. */
  readonly nextDue?: Instant;
}

export interface SwitchRecord {
  readonly from: string;
  readonly to: string;
  readonly by?: string;
  readonly at: Instant;
  readonly note?: CommittedWords;
  /** The role that judges it, and until when. */
  readonly judge?: string;
  readonly due?: Instant;
  readonly acted: boolean;
}

export interface StepRecord {
  readonly incident: string;
  readonly step: string;
  /** The spec it stands in. */
  readonly procedure: string;
  readonly role: string;
  readonly required: boolean;
  readonly dueNow?: Instant;
  readonly row: StepRow;
}

export interface DecisionRecord {
  readonly seq: number;
  readonly at: Instant;
  readonly decision: Decision;
}
