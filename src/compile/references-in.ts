import type { After } from '../model/procedure-spec.ts';
import type { Reference } from './resolve-reference.ts';

/** The steps and anchors that an order of steps names, wherever in it. */
export function referencesIn(after: After): readonly Reference[] {
  return after.kind === 'all' || after.kind === 'any' ? after.of.flatMap(referencesIn) : [after];
}
