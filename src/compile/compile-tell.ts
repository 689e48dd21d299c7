import type { TellSpec } from '../model/procedure-spec.ts';
import { checkRole } from './check-role.ts';
import { inside } from './inside.ts';
import { numberCondition } from './number-condition.ts';
import type { StepContext } from './step-context.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

/** The roles that are told when a step is done. */
export function compileTell(draft: StepDraft, context: StepContext): readonly TellSpec[] {
  return (draft.source.tell ?? []).map((tell, index) => {
    const place = inside(placeOfKey(draft, 'tell'), index);
    if (typeof tell === 'string') {
      checkRole(tell, place, context.catalog, 'is-told');
      return { who: tell };
    }
    checkRole(tell.who, inside(place, 'who'), context.catalog, 'is-told');
    const when = numberCondition(tell.when, inside(place, 'when'), context);
    return { who: tell.who, ...(when !== undefined && { when }) };
  });
}
