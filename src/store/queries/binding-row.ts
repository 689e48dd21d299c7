import type { Selectable } from 'kysely';
import type { Binding } from '../../model/binding.ts';
import type { BindingTable } from '../tables.ts';

/** A binding as its row has it. */
export function bindingFrom({ unit, person, also }: Selectable<BindingTable>): Binding {
  return { unit, ...(person !== null && { person }), ...(also !== null && { also }) };
}
