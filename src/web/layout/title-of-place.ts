import type { Place } from '../routing/place.ts';
import type { PageText } from '../locales/zh.ts';

/** The title of a place. */
export function titleOfPlace(place: Place, words: PageText): string {
  switch (place.page) {
    case 'prompts':
      return words.prompts;
    case 'report':
      return words.reportTitle;
    case 'dues':
      return words.dues;
    case 'incidents':
      return words.incidents;
    case 'engine':
      return words.engine;
    case 'incident':
      return `${words.incident} ${place.incident}`;
    case 'step':
      return `${words.step} · ${place.incident}`;
    case 'unknown':
      return words.unknownPage;
  }
}
