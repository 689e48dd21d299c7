import type { Instant } from '../../model/instant.ts';
import type { Settings } from '../../model/settings.ts';

/** The local date `2026-03-01` of an instant, where the bureau's calendar says its places are. */
export function localDate(instant: Instant, settings: Settings | undefined): string {
  const offset = (settings?.calendar.utcOffsetMinutes ?? 0) * 60_000;
  return new Date(instant + offset).toISOString().slice(0, 10);
}
