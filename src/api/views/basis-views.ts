import type { BasisView } from '../../contract/step-contract.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';

/** What a duty or a number rests on, ready to be shown. */
export const basisViews = ({ bases }: ProcedureSpec, basis: readonly string[]): BasisView[] =>
  basis.flatMap((id) => {
    const found = Object.hasOwn(bases, id) ? bases[id] : undefined;
    return found ? [{ id, kind: found.kind, title: found.title }] : [];
  });
