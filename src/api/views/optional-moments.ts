import type { Instant } from '../../model/instant.ts';
import { moment } from './moment.ts';

/** Those of the named instants that a record has, as moments; the others are left out. */
export function optionalMoments<Key extends string>(
  record: Readonly<Partial<Record<Key, Instant>>>,
  ...keys: readonly Key[]
): Partial<Record<Key, string>> {
  const present = keys.flatMap((key) => {
    const instant = record[key];
    return instant === undefined ? [] : [[key, moment(instant)] as const];
  });
  return Object.fromEntries(present) as Partial<Record<Key, string>>;
}
