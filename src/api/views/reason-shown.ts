import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { StepRow } from '../../model/step-row.ts';
import type { Text } from '../../model/text.ts';
import type { Reading } from './reading.ts';
import { reasonTitle } from './title-of.ts';
import { wordsOf } from './words-of.ts';

/** Why a step stands as it does: a reason of the vocabulary, or what somebody wrote, for who may read it. */
export function reasonShown(
  reading: Pick<Reading, 'mayReadProtected' | 'personal'>,
  spec: ProcedureSpec,
  reason: StepRow['reason'],
): Text | undefined {
  if (typeof reason === 'string') return reasonTitle({ spec }, reason);
  const text = wordsOf(reading, reason);
  return text === undefined ? undefined : { zh: text, en: text };
}
