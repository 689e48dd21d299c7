import type { Binding } from '../../model/binding.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { IncidentRecord } from '../../store/ports/incidents.ts';
import type { ApiContext } from '../api-context.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { viewEach } from '../views/view-each.ts';
import type { DirectoryNames } from '../views/directory-names.ts';
import type { IncidentAccess } from './incident-access.ts';

/** An incident with what access to it depends on. */
export interface FoundIncident {
  readonly incident: IncidentRecord;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly index: ReleaseIndex;
  readonly spec: ProcedureSpec;
  readonly names: DirectoryNames;
  readonly access: IncidentAccess;
}

/** Reads an incident for a decision on access; nothing where there is none. */
export async function findIncident(
  context: ApiContext,
  id: string,
): Promise<FoundIncident | undefined> {
  const incident = await context.store.incidents.get(id);
  return incident && withAccess(context, incident);
}

/** The basis of access to each of some incidents; those whose data cannot be read are left out. */
export const withAccessEach = (
  context: ApiContext,
  incidents: readonly IncidentRecord[],
): Promise<readonly FoundIncident[]> =>
  viewEach(
    context.store.unreadable,
    incidents,
    ({ id }) => `incidents ${id}`,
    (incident) => withAccess(context, incident),
  );

/** An incident that was read already, with what access to it depends on. */
export async function withAccess(
  { directory, releases }: ApiContext,
  incident: IncidentRecord,
): Promise<FoundIncident> {
  const { bindings } = incident;
  const [index, names] = await Promise.all([releases.byHash(incident.release), directory.names()]);
  // The type that it was first taken for protects on: a switch must not lay names open.
  const specs = [incident.procedure, incident.first, ...incident.beside].map(index.procedure);
  const isProtected = specs.some(({ protects }) => protects.length > 0);
  return {
    incident,
    bindings,
    index,
    spec: index.running(incident),
    names,
    access: { id: incident.id, unit: incident.unit, bindings, asked: incident.asked, isProtected },
  };
}
