import type { DecisionView } from '../../contract/decision-contract.ts';
import type { Decision } from '../../model/decision.ts';

/** A decision as given out, with all its reasons. */
export const decisionView = (decision: Decision): DecisionView => ({
  ...decision,
  outcomes: [...decision.outcomes],
  because: decision.because.map((row) => ({ ...row, basis: [...row.basis] })),
  missing: [...decision.missing],
  nearest: decision.nearest.map((row) => ({ ...row, unmet: [...row.unmet] })),
});
