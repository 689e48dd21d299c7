import type { ProcedureSpec } from '../model/procedure-spec.ts';

/**
 * True where the log has only a commitment to the answers of a fact: they are personal, or free words that no rule
 * reads, of which nobody knows what stands in them.
 */
export const isCommitted = (
  { facts, reads, settings }: Pick<ProcedureSpec, 'facts' | 'reads' | 'settings'>,
  fact: string,
): boolean => {
  const spec = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  if (spec === undefined) return false;
  return (
    spec.personal ||
    (spec.answer.kind === 'text' &&
      !reads.includes(fact) &&
      !Object.values(settings.facts).includes(fact))
  );
};
