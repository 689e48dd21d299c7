import type { ProcedureSpec, StepSpec } from '../../model/procedure-spec.ts';
import type { StepRow } from '../../model/step-row.ts';
import type { StepRecord } from '../../store/ports/incidents.ts';
import type { Reading } from './reading.ts';

/** A step of an incident: its row as it stands, and the spec it was made from. */
export interface StepAt {
  readonly spec: ProcedureSpec;
  readonly step: StepSpec;
  readonly row: StepRow;
}

/**
 * All steps of an incident in the order of its standards: those of the one that runs, of the ones beside it, then
 * what is left of an earlier one. A step that the log has not touched yet waits. As the engine has it, a step that
 * two standards share is one step that asks for what both ask for, and only the first standard closes.
 */
export function stepsOfIncident(
  reading: Reading,
  records: readonly StepRecord[],
): readonly StepAt[] {
  const byStep = new Map(records.map((record) => [record.step, record]));
  const steps = new Map<string, StepAt>();
  specsOf(reading).forEach((spec, place) => {
    for (const id of spec.order) {
      const step = spec.steps[id];
      if (!step) throw new Error(`spec ${spec.id} orders the missing step ${id}`);
      const shared = steps.get(id);
      if (shared) steps.set(id, { ...shared, step: withBoth(shared.step, step) });
      else {
        const closes = place === 0 && step.closes;
        steps.set(id, { spec, step: { ...step, closes }, row: byStep.get(id)?.row ?? waiting(id) });
      }
    }
  });
  const left = records.filter(({ step }) => !steps.has(step));
  return [...steps.values(), ...left.flatMap((record) => stepAt(reading, record) ?? [])];
}

// Each under its own conditions, with the words of all: a shared step may ask for a fact that only one of them has.
function specsOf({ incident, index, spec }: Reading): readonly ProcedureSpec[] {
  const specs = [spec, ...incident.beside.map((id) => index.procedure(id))];
  const facts = mergedWords(specs.map((each) => each.facts));
  const evidence = mergedWords(specs.map((each) => each.evidence));
  const equipment = mergedWords(specs.map((each) => each.equipment));
  return specs.map((each) => ({ ...each, facts, evidence, equipment }));
}

const mergedWords = <T>(
  words: readonly Readonly<Record<string, T>>[],
): Readonly<Record<string, T>> =>
  Object.fromEntries(words.toReversed().flatMap((each) => Object.entries(each)));

const withBoth = (step: StepSpec, other: StepSpec): StepSpec => ({
  ...step,
  asks: [...new Set([...step.asks, ...other.asks])],
  mayAsk: [...new Set([...step.mayAsk, ...other.mayAsk])],
  evidence: [...new Set([...step.evidence, ...other.evidence])],
  equipment: [...new Set([...step.equipment, ...other.equipment])],
});

/** One step as its record has it; none where its spec is not in the release. */
export function stepAt(reading: Reading, record: StepRecord): StepAt | undefined {
  const { procedures } = reading.index.release;
  const earlier = Object.hasOwn(procedures, record.procedure) ? [procedures[record.procedure]] : [];
  const homes = [...specsOf(reading), ...earlier].filter((spec) => spec?.steps[record.step]);
  const [home, ...others] = homes.flatMap((spec) => spec ?? []);
  if (!home) return undefined;
  const steps = [home, ...others].flatMap((spec) => spec.steps[record.step] ?? []);
  return { spec: home, step: steps.reduce(withBoth), row: record.row };
}

const waiting = (step: string): StepRow => ({ step, status: 'waiting', occurrence: 1, fired: [] });
