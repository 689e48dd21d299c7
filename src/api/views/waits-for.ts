import type { Text } from '../../model/text.ts';
import { missingFacts } from '../../conditions/missing-facts.ts';
import type { Reading } from './reading.ts';
import { factTitle } from './title-of.ts';

/** The facts that the undecided steps of an incident wait for, each once. */
export function waitsFor(reading: Reading): Text[] {
  const { spec, standing, values } = reading;
  const facts = spec.order.flatMap((id) => {
    const when = spec.steps[id]?.when;
    const condition = when === undefined ? undefined : spec.conditions[when];
    const isUndecided = standing.table.rows[id]?.status === 'undecided';
    return isUndecided && condition ? missingFacts(condition, values) : [];
  });
  return [...new Set(facts)].map((fact) => factTitle(reading, fact));
}
