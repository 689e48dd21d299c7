import type { ProcedureSpec, StepSpec } from '../../model/procedure-spec.ts';
import type { StepRow } from '../../model/step-row.ts';
import type { StepRecord } from '../../store/ports/incidents.ts';
import { rowOf } from '../../procedure/row-of.ts';
import { specOf } from '../../procedure/spec-of.ts';
import type { Reading } from './reading.ts';

/** A step of an incident: its row as it stands, and the spec it stands in. */
export interface StepAt {
  readonly spec: ProcedureSpec;
  readonly step: StepSpec;
  readonly row: StepRow;
}

/** All steps of an incident: those of what runs, in its order, then what is left of an earlier standard. */
export function stepsOf(reading: Reading, records: readonly StepRecord[]): readonly StepAt[] {
  const { spec, standing } = reading;
  const present = spec.order.map((id) => ({
    spec,
    step: specOf(spec, id),
    row: rowOf(standing.table, id),
  }));
  const left = records.filter(({ step }) => !Object.hasOwn(spec.steps, step));
  return [...present, ...left.flatMap((record) => stepAt(reading, record) ?? [])];
}

/** One step as its record has it; none where its spec is not in the release. */
export function stepAt({ index, spec }: Reading, record: StepRecord): StepAt | undefined {
  const { procedures } = index.release;
  const earlier = Object.hasOwn(procedures, record.procedure)
    ? procedures[record.procedure]
    : undefined;
  const home = Object.hasOwn(spec.steps, record.step) ? spec : earlier;
  const step = home?.steps[record.step];
  return home && step && { spec: home, step, row: record.row };
}
