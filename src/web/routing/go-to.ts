import { makeKey } from '../server/make-key.ts';
import { pathOf, type Place } from './place.ts';

/** Goes to another place of the page; `use-place.ts` hears of it as of a step back. */
export function goTo(place: Place): void {
  history.pushState({ visit: makeKey() }, '', pathOf(place));
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}
