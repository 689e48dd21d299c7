import type { IncidentView } from '../../contract/incident-contract.ts';
import { basisViews } from './basis-views.ts';
import type { Reading } from './reading.ts';
import { procedureTitle } from './title-of.ts';

/** The standard that an incident is handled by, its place among the bureau's types, and its basis. */
export function standardView(reading: Reading): IncidentView['standard'] {
  const { number, categoryTitle, basis } = reading.spec;
  const { procedure } = reading.incident;
  return {
    id: procedure,
    title: procedureTitle(reading, procedure),
    ...(number !== undefined && { number }),
    ...(categoryTitle && { category: categoryTitle }),
    basis: basisViews(reading.spec, basis),
  };
}
