import type { LoadedTree } from '../../load/load-tree.ts';
import type { Release } from '../../model/release.ts';
import type { Mismatch } from '../../simulate/mismatch.ts';
import { localTime } from '../../procedure/local-time.ts';
import type { LocatedMismatch } from './test-result.ts';

/** Looks up where a mismatch stands in its file; instants become local time. */
export function locateMismatch(
  { locate }: LoadedTree,
  file: string,
  release: Release,
): (mismatch: Mismatch) => LocatedMismatch {
  const calendar = Object.values(release.procedures)[0]?.settings.calendar;
  const legible = (value: string) =>
    calendar && /^\d{12,14}$/.test(value) ? localTime(calendar, Number(value)) : value || '—';
  return ({ path, expected, found }) => ({
    start: locate(file, path, 'value').start,
    expected: legible(expected),
    found: legible(found),
  });
}
