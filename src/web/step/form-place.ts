import type { FieldFault } from '../field/field-fault.ts';

/** A place of a step's form that can be wrong. */
export type FormPlace =
  `fact ${string}` | `evidence ${string}` | 'crew' | 'equipment' | 'happened' | 'reason' | 'note';

/** The fault at each place: it lacks something, or what stands there was not taken. */
export type Faults = ReadonlyMap<FormPlace, FieldFault>;
