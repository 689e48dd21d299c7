import type { Condition } from '../model/condition.ts';
import { parseCondition } from './parse-condition.ts';
import type { StepContext } from './step-context.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

/** The number of a step's condition: its own, and that the incident is handled in a way that the step is for. */
export function compileWhen(draft: StepDraft, context: StepContext): number | undefined {
  const { when } = draft.source;
  const { pool, catalog, condition } = context;
  const own = when && parseCondition(when, placeOfKey(draft, 'when'), condition);
  const way: Condition | undefined =
    draft.ways.length === 0
      ? undefined
      : {
          kind: 'compare',
          fact: catalog.settings.facts.handledAt,
          operator: 'in',
          value: draft.ways,
        };
  if (own && way) return pool.numberOf({ kind: 'all', of: [way, own] });
  const only = own ?? way;
  return only && pool.numberOf(only);
}
