import type { ApiContext } from '../api-context.ts';
import type { AccessActor } from './access-actor.ts';
import type { IncidentAction } from './access-action.ts';
import type { FoundIncident } from './find-incident.ts';

/** True where an actor is allowed an action with an incident. */
export const mayIncident = (
  { authorizer }: Pick<ApiContext, 'authorizer'>,
  actor: AccessActor,
  action: IncidentAction,
  { access, names }: FoundIncident,
): boolean => authorizer.incident(actor, action, access, names.tree).allowed;
