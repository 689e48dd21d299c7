import { sql, type RawBuilder } from 'kysely';
import type { ProtectedReader } from '../ports/incidents.ts';
import { isServed } from './readable.ts';

// An incident stays protected by the procedure it was first taken for, and is by those that stand beside it.
const isProtected = sql<boolean>`exists (
  select 1 from protecting_procedures
  where protecting_procedures.release = incidents.release
    and (protecting_procedures.procedure in (incidents.procedure, incidents.first)
      or protecting_procedures.procedure = any(incidents.beside_ids)))`;

/**
 * True where a reader may read the names, places and texts of the incident `incidents`. The API's Cedar policy says the
 * same, and a random test holds the two equal.
 */
export function mayReadProtected({
  person,
  unit,
  roles,
  reach,
  serves,
}: ProtectedReader): RawBuilder<boolean> {
  const reached = sql`${[...reach]}::text[]`;
  const served = sql.join([sql`false`, ...isServed(serves)], sql` or `);
  return sql<boolean>`(
    ${served}
    or incidents.unit = any(${reached})
    or (incidents.unit = ${unit} and not ${isProtected})
    or exists (
      select 1 from bindings
      where bindings.incident = incidents.id
        and (bindings.person = ${person}
          or bindings.unit = any(${reached})
          or bindings.also && ${reached}
          or (bindings.role = any(${[...roles]}::text[])
            and ((bindings.person is null and bindings.unit = ${unit}) or ${unit} = any(bindings.also)))
          or ((bindings.unit = ${unit} or ${unit} = any(bindings.also)) and not ${isProtected}))))`;
}
