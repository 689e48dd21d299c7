/**
 * A length of time as standards state it.
 *
 * `exact` runs in milliseconds. `days` leaves out the first day and ends at 24:00 local time, moved to the next
 * working day unless the due says `custody`. `working-days` counts the calendar's working days. `months` ends at
 * 24:00 of the same day of the month. `grace` is "at once": the grace of the vocabulary, from opening if later.
 */
export type Limit =
  | { readonly kind: 'exact'; readonly milliseconds: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'grace' };
