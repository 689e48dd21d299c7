import type { SwitchSpec } from '../../model/procedure-spec.ts';
import type { Reading } from './reading.ts';

/** The switch that a standard foresees from one type to another; none where a person changed it of their own. */
export function writtenSwitch(
  { index, values }: Pick<Reading, 'index' | 'values'>,
  { from, to }: { readonly from: string; readonly to: string },
): SwitchSpec | undefined {
  return index
    .procedure(from)
    .switches.find((one) => (typeof one.to === 'string' ? one.to : values[one.to.fact]) === to);
}
