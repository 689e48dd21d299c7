import type { DocumentPath } from '../model/diagnostic.ts';
import type { Mismatch } from './mismatch.ts';

/** One name or several as a list. */
export const names = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** True where an expectation is that there is none: an empty list. */
export const isNone = (value: string | readonly string[] | undefined): boolean =>
  value !== undefined && value.length === 0;

/** Gives nothing where there is none, as an empty list expects. */
export const none = (path: DocumentPath, found: readonly string[]): readonly Mismatch[] =>
  equal(path, 'none', found.length === 0 ? 'none' : [...new Set(found)].join(', '));

/** Gives nothing where both are the same. */
export const equal = (
  path: DocumentPath,
  expected: unknown,
  found: unknown,
): readonly Mismatch[] =>
  expected === found
    ? []
    : [{ path, expected: String(expected), found: String(found ?? 'nothing') }];

/** Gives nothing where both lists are the same, in their order. */
export const sameList = (
  path: DocumentPath,
  expected: readonly string[],
  found: readonly string[],
): readonly Mismatch[] => equal(path, expected.join(', ') || 'none', found.join(', ') || 'none');

/** Gives nothing where both instants are as near as the host can be held to. */
export const near = (
  path: DocumentPath,
  expected: number | undefined,
  found: number | undefined,
  tolerance: number,
): readonly Mismatch[] =>
  expected !== undefined && found !== undefined && Math.abs(expected - found) <= tolerance
    ? []
    : equal(path, expected, found);
