import type { Reading } from './reading.ts';
import type { LogData } from '../../model/log-entry.ts';
import type { StepRow } from '../../model/step-row.ts';
import { isHiddenFact } from './is-hidden-fact.ts';

/** The data of an entry without what could name a person or place, for who may not read what is protected. */
export function redactEntry(reading: Pick<Reading, 'spec' | 'index'>, data: LogData): LogData {
  switch (data.kind) {
    case 'step':
      return { ...data, row: redactRow(data.row) };
    case 'fact': {
      const { value: _value, ...rest } = data;
      return isHiddenFact(reading.spec.facts[data.fact] ?? reading.index.facts[data.fact])
        ? rest
        : data;
    }
    default:
      return data;
  }
}

// Facts that wait for a judgement are not in the answers yet, so their kinds are not looked up: all of them go.
function redactRow({ pending, ...row }: StepRow): StepRow {
  return { ...row, ...(pending && { pending: { ...pending, facts: {} } }) };
}
