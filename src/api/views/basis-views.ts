import type { BasisView } from '../../contract/step-contract.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';

/** The basis of a duty or a number, ready to be shown. */
export const basisViews = ({ bases }: ProcedureSpec, basis: readonly string[]): BasisView[] =>
  basis.flatMap((id) => {
    const found = Object.hasOwn(bases, id) ? bases[id] : undefined;
    if (!found) return [];
    const { kind, title, source } = found;
    return [{ id, kind, title, ...(source !== undefined && { source }) }];
  });
