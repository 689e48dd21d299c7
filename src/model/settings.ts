import type { Calendar } from './calendar.ts';
import type { Limit } from './limit.ts';

/** Numbers and names that apply to every procedure, from the vocabulary. */
export interface Settings {
  /** "At once" in milliseconds. */
  readonly graceMilliseconds: number;
  /** From opening, for a step that opens after its due. */
  readonly reminderMilliseconds: number;
  /** The time by which an act may be dated back without a second person. */
  readonly backDatingMilliseconds: number;
  /** The longest time ago that a report may have come, in local days, months or exact time. */
  readonly oldestReport: Limit;
  /** The role that agrees to an act dated further back, to a deviation, and to a re-opening. */
  readonly leader: string;
  /** Roles that may correct an answer besides those whose step asked it, where a step does not say. */
  readonly correctors: readonly string[];
  /** Within which the second person answers, where a step does not say. */
  readonly secondPersonMilliseconds: number;
  readonly secondPersonLate: string;
  readonly calendar: Calendar;
  /** Facts with a meaning for the engine. */
  readonly facts: {
    readonly priority: string;
    readonly zone: string;
    readonly handledAt: string;
    readonly channel?: string;
    /** The beat of the place, by which roles bound by beat find their holder. */
    readonly beat?: string;
  };
  /** The way of handling by channel, where a report says none; of other channels it has to say one. */
  readonly usualWay?: Readonly<Record<string, string>>;
  /** The rule set that moves the priority, if any. */
  readonly priorityRules?: string;
}
