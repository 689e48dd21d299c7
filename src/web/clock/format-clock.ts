import type { Instant } from '../../model/instant.ts';
import { instantOf } from '../../model/read-time.ts';
import type { Language } from '../language/language.ts';
import { formatMoment } from './format-moment.ts';
import { toShanghaiInput } from './shanghai-input.ts';

/** A moment near now: the time of day, with the date only where it is another day in Beijing. */
export function formatClock(moment: string, now: Instant, language: Language): string {
  const dayOf = (instant: Instant) => toShanghaiInput(instant).slice(0, 10);
  const sameDay = dayOf(instantOf(moment)) === dayOf(now);
  return formatMoment(moment, language, sameDay ? 'clock' : 'second');
}
