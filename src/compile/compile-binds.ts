import type { BindSpec } from '../model/procedure-spec.ts';
import { atKey } from './at-key.ts';
import { checkFact } from './check-fact.ts';
import { checkRole } from './check-role.ts';
import { inside } from './inside.ts';
import type { StepContext } from './step-context.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

/** The roles that doing a step binds, to its doer or to the unit that a fact names. */
export function compileBinds(draft: StepDraft, context: StepContext): readonly BindSpec[] {
  const { catalog, condition } = context;
  return Object.entries(draft.source.binds ?? {}).map(([role, to]) => {
    const place = inside(placeOfKey(draft, 'binds'), role);
    checkRole(role, atKey(place), catalog);
    if (to === 'doer') return { role, to };
    checkFact(to.unit, inside(place, 'unit'), condition, 'units');
    return { role, to: 'unit', fact: to.unit };
  });
}
