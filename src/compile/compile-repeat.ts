import { everyMissing, spanEnds, untilMissing } from '../diagnostics/repeat-problems.ts';
import { lengthNotExact } from '../diagnostics/vocabulary-problems.ts';
import type { RepeatSpec } from '../model/procedure-spec.ts';
import { asList } from './as-list.ts';
import { atKey } from './at-key.ts';
import { exactMilliseconds } from './exact-milliseconds.ts';
import { parseCondition } from './parse-condition.ts';
import { parseLimit } from './parse-limit.ts';
import { resolveReference } from './resolve-reference.ts';
import type { StepContext } from './step-context.ts';
import { placeOfKey, type StepDraft } from './step-draft.ts';

/** The repetition of a step: how often, and until a step, an anchor or a condition. */
export function compileRepeat(draft: StepDraft, context: StepContext): RepeatSpec | undefined {
  const { every, until } = draft.source;
  const { report } = context.catalog;
  if (every === undefined) {
    if (until !== undefined) report(everyMissing(atKey(placeOfKey(draft, 'until')), draft.id));
    return undefined;
  }
  const spans = asList(every).map((span, index, all) =>
    readSpan(span, index === all.length - 1, draft, context),
  );
  if (until === undefined) {
    report(untilMissing(atKey(placeOfKey(draft, 'every')), draft.id));
    return { every: spans };
  }
  const place = placeOfKey(draft, 'until');
  if (typeof until !== 'string') {
    const condition = parseCondition(until, place, context.condition);
    return { every: spans, untilHolds: context.pool.numberOf(condition) };
  }
  const reference = resolveReference(until, place, context);
  return { every: spans, ...(reference && { until: reference }) };
}

function readSpan(
  span: string,
  last: boolean,
  draft: StepDraft,
  { catalog: { report } }: StepContext,
): RepeatSpec['every'][number] {
  const place = placeOfKey(draft, 'every');
  const [often = '', during] = span.split(' for ');
  if (last === (during !== undefined)) report(spanEnds(place, span, last));
  const limit = parseLimit(often);
  if (limit.kind === 'grace') report(lengthNotExact(place, often));
  const forMilliseconds = during === undefined ? undefined : exactMilliseconds(during);
  return { limit, ...(forMilliseconds !== undefined && { forMilliseconds }) };
}
