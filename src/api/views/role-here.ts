import type { Reading } from './reading.ts';

/** The role that stands for a role in this incident: who handles differs by the way of handling. */
export function roleHere(
  { spec, index, values }: Pick<Reading, 'spec' | 'index' | 'values'>,
  role: string,
): string {
  const here = values[spec.settings.facts.handledAt];
  return (spec.roles[role] ?? index.roles[role])?.is?.[String(here)] ?? role;
}
