import type { FactValue } from '../model/fact-value.ts';

/** True where something is for a way of handling: a part, a step or a procedure that names none is for any. */
export const isWayOf = (
  { handledAt }: { readonly handledAt: readonly string[] },
  way: FactValue,
): boolean => handledAt.length === 0 || handledAt.includes(String(way));
