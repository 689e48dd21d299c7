import { sql, type RawBuilder } from 'kysely';
import type { IncidentReader } from '../ports/incidents.ts';
import { hasAsked } from './asked-roles.ts';

/**
 * True where a reader may see the incident `incidents`: it is of their unit or one they reach, or one of these, or they
 * themselves, are bound in it, or it is of a unit that they serve in a role and has asked that role for something. The
 * API's Cedar policy says the same, and a random test holds the two equal.
 */
export function readable({ person, unit, reach, serves }: IncidentReader): RawBuilder<boolean> {
  const own = sql`exists (
    select 1 from bindings where bindings.incident = incidents.id and bindings.person = ${person})`;
  const ways = [isOf([...new Set([unit, ...reach])]), own, ...isServed(serves)];
  return sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/** The ways in which it has asked a reader who serves its units in a role. */
export const isServed = (serves: IncidentReader['serves'] = {}): readonly RawBuilder<boolean>[] =>
  Object.entries(serves).map(
    ([role, units]) => sql<boolean>`(${isOf(units)} and ${hasAsked(role)})`,
  );

/** True where one of these units handles it: it was reported there, or the unit is bound in it or was sent as well. */
const isOf = (units: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(
    incidents.unit = any(${[...units]}::text[])
    or exists (
      select 1 from bindings
      where bindings.incident = incidents.id
        and (bindings.unit = any(${[...units]}::text[]) or bindings.also && ${[...units]}::text[])))`;
