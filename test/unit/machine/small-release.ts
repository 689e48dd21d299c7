import { join } from 'node:path';
import { loadRelease } from '../../../src/cli/load-release.ts';
import type { ProcedureSpec } from '../../../src/model/procedure-spec.ts';

const { release } = await loadRelease(join(import.meta.dirname, '../../small'));
if (release === undefined) throw new Error('the small procedures do not compile');

/** The small procedures, compiled. */
export const smallRelease = release;

export const smallSpec = (id: string): ProcedureSpec => {
  const spec = smallRelease.procedures[id];
  if (spec === undefined) throw new Error(`there is no small procedure ${id}`);
  return spec;
};
