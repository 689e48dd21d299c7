import type { Instant } from '../../model/instant.ts';
import type { IncidentReader, IncidentRecord, StepRecord } from './incidents.ts';

/** All that is to be done or judged soon or should have been, over all incidents that a reader may see. */
export interface Dues {
  /** The late ones and those that fall due until `until`, the most urgent priority first, then the earliest due. */
  of(narrow: DueNarrowing): Promise<{ readonly late: DuePart; readonly soon: DuePart }>;
}

export interface DueNarrowing {
  readonly reader: IncidentReader;
  readonly now: Instant;
  readonly until: Instant;
  /** The instant up to which `total` counts; `until` when absent. */
  readonly counted?: Instant;
  /** Only incidents that one of these units handles. */
  readonly units?: readonly string[];
  readonly procedure?: string;
  readonly priority?: number;
  /** Of each part. */
  readonly limit: number;
}

/** The first of them, and how many there are. */
export interface DuePart {
  readonly total: number;
  readonly records: readonly DueRecord[];
}

export interface DueRecord {
  /** A step that waits for a second person is theirs to judge, and has their due. */
  readonly wants: 'do' | 'judge' | 'answer';
  /** For a step that was overdue when it opened, the time that it had. */
  readonly due: Instant;
  readonly incident: IncidentRecord;
  /** Of the first report; personal. */
  readonly place?: string;
  /** Not there where the change of standard that the incident waits for is to be judged. */
  readonly step?: StepRecord;
}
