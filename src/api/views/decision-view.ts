import type { DecisionView } from '../../contract/decision-contract.ts';
import type { Decision } from '../../model/decision.ts';
import type { Text } from '../../model/text.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { basisTitle, ruleFactTitle, ruleSetTitle } from './title-of.ts';

/** A decision as given out, with all its reasons and the words for what they name. */
export const decisionView = (index: ReleaseIndex, decision: Decision): DecisionView => ({
  ...decision,
  title: ruleSetTitle({ index }, decision),
  outcomes: [...decision.outcomes],
  because: decision.because.map((row) => ({ ...row, basis: [...row.basis] })),
  missing: [...decision.missing],
  nearest: decision.nearest.map((row) => ({ ...row, unmet: [...row.unmet] })),
  titles: titlesOf(index, decision),
});

function titlesOf(
  index: ReleaseIndex,
  { because, missing, nearest }: Decision,
): Record<string, Text> {
  const facts = [...missing, ...nearest.flatMap(({ unmet }) => unmet)];
  const bases = because.flatMap(({ basis }) => basis);
  return Object.fromEntries([
    ...facts.map((id) => [id, ruleFactTitle({ index }, id)] as const),
    ...bases.map((id) => [id, basisTitle({ index }, id)] as const),
  ]);
}
