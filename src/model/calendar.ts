/** The days on which the bureau works, so that day limits can be moved off a holiday. */
export interface Calendar {
  readonly id: string;
  /** Minutes east of UTC; the calendar's places have no daylight saving time. */
  readonly utcOffsetMinutes: number;
  /** Weekdays that are days off, as local dates `2026-10-01`. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked, as local dates. */
  readonly workdays: readonly string[];
}
