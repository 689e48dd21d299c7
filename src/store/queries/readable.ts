import { sql, type RawBuilder } from 'kysely';
import type { IncidentReader } from '../ports/incidents.ts';

/**
 * Whether a reader may see the incident `incidents`: it is of their unit or one they reach, or one of these, or they
 * themselves, are bound in it. The API's Cedar policy says the same, and a random test holds the two equal.
 */
export function readable({ person, unit, reach }: IncidentReader): RawBuilder<boolean> {
  const units = [...new Set([unit, ...reach])];
  return sql<boolean>`(
    incidents.unit = any(${units}::text[])
    or exists (
      select 1 from bindings
      where bindings.incident = incidents.id
        and (bindings.person = ${person}
          or bindings.unit = any(${units}::text[])
          or bindings.also && ${units}::text[])))`;
}
