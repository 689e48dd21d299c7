import { otherwiseMissing, titleMissing } from '../diagnostics/rule-set-problems.ts';
import type { RuleSet } from '../model/rule-set.ts';
import type { Sourced } from '../model/source-tree.ts';
import type { RuleSetSource } from '../model/source/rule-set-source.ts';
import { checkBasis } from './check-basis.ts';
import { checkHit } from './check-hit.ts';
import { checkOutcomes } from './check-outcomes.ts';
import { compileCutOffs } from './compile-cut-offs.ts';
import { compileRows } from './compile-rows.ts';
import { compileSuggestions } from './compile-suggestions.ts';
import type { RuleSetContext } from './rule-set-context.ts';

/** Compiles a rule set. `isPriority`: it moves a priority that is there already, and need not decide. */
export function compileRuleSet(
  ruleSet: Sourced<RuleSetSource>,
  context: RuleSetContext,
  { isPriority }: { readonly isPriority: boolean },
): RuleSet {
  const { file, source } = ruleSet;
  const { report } = context;
  const { rules: id, title, hit, otherwise } = source;
  const decides = Object.keys(source.decides)[0]!;
  if (title === undefined) report(titleMissing({ file, path: ['rules'] }));
  if (hit === 'first' && otherwise === undefined && !isPriority) {
    report(otherwiseMissing({ file, path: ['hit'] }));
  }
  checkHit(ruleSet, report);
  const compiled: RuleSet = {
    id,
    title: title ?? { zh: id, en: id },
    decides,
    hit,
    rows: compileRows(ruleSet, context),
    cutOffs: compileCutOffs(ruleSet, context),
    ...(otherwise !== undefined && { otherwise }),
    suggest: compileSuggestions(ruleSet, context),
    basis: checkBasis(source.basis, { file, path: ['basis'] }, context),
  };
  checkOutcomes(ruleSet, compiled, context);
  return compiled;
}
