import type { Release } from '../../src/model/release.ts';

/** A release with nothing in it but its dates. */
export const aRelease = (hash: string): Release => ({
  format: 1,
  hash,
  procedures: {},
  facts: {},
  ruleSets: {},
  effective: { b: { from: '2026-01-01' }, a: { from: '2026-01-01' } },
  zones: [],
  channels: [],
});
