import type { Binding } from '../../model/binding.ts';

/** The parts of an incident that access to it depends on. */
export interface IncidentAccess {
  readonly id: string;
  readonly unit: string;
  readonly bindings: Readonly<Record<string, Binding>>;
  /** The roles that it has asked for something or told something. */
  readonly asked?: readonly string[];
  readonly isProtected: boolean;
}

/** Every unit that has a part in an incident: where it was reported, bound ones, and those sent as well. */
export function unitsOf({
  unit,
  bindings,
}: Pick<IncidentAccess, 'unit' | 'bindings'>): readonly string[] {
  const bound = Object.values(bindings).flatMap((binding) => [
    binding.unit,
    ...(binding.also ?? []),
  ]);
  return [...new Set([unit, ...bound])];
}

/** `unit/role` for every role that is bound to a unit: to all in it who hold the role, or to help a bound person. */
export function boundHolds(bindings: IncidentAccess['bindings']): readonly string[] {
  return Object.entries(bindings).flatMap(([role, { unit, person, also = [] }]) =>
    [...(person === undefined ? [unit] : []), ...also].map((each) => `${each}/${role}`),
  );
}
