import type { ReleaseIndex } from '../release/release-index.ts';

/** The levels that an incident's priority can have, as the vocabulary bounds them; the first is the most urgent. */
export function prioritiesOf({ facts, settings }: ReleaseIndex): number[] {
  const answer = settings && facts[settings.facts.priority]?.answer;
  if (answer?.kind !== 'number') return [];
  const { min, max } = answer;
  return Array.from({ length: max - min + 1 }, (_, place) => min + place);
}
