import type { DocumentPath } from '../model/diagnostic.ts';
import type { Mismatch } from './mismatch.ts';

/** One name or several as a list. */
export const names = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Nothing where both are the same. */
export const equal = (
  path: DocumentPath,
  expected: unknown,
  found: unknown,
): readonly Mismatch[] =>
  expected === found
    ? []
    : [{ path, expected: String(expected), found: String(found ?? 'nothing') }];

/** Nothing where both instants are as near as the host can be held to. */
export const near = (
  path: DocumentPath,
  expected: number | undefined,
  found: number | undefined,
  tolerance: number,
): readonly Mismatch[] =>
  expected !== undefined && found !== undefined && Math.abs(expected - found) <= tolerance
    ? []
    : equal(path, expected, found);
