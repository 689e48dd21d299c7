import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';
import type { AccessActor } from './access-actor.ts';
import type { IncidentAction } from './access-action.ts';
import type { FoundIncident } from './find-incident.ts';
import { mayIncident } from './may-incident.ts';
import { recordRefusal } from './record-refusal.ts';

/** A wish of somebody's about an incident, as the API's log names it. */
export interface Wanted {
  readonly incident: string;
  readonly action: IncidentAction;
  /** Where it is called otherwise than the action that access is asked for. */
  readonly as?: string;
  readonly step?: string;
}

/**
 * Why an actor is not allowed something with an incident, and the API's log of it. Who may not know of the incident gets
 * the answer that there is none, and the same is done for it as where there is none.
 */
export async function accessProblem(
  context: ApiContext,
  actor: AccessActor,
  found: FoundIncident | undefined,
  { incident, action, as = action, step }: Wanted,
): Promise<ApiProblem | undefined> {
  if (found && mayIncident(context, actor, action, found)) return undefined;
  const knows = found !== undefined && mayIncident(context, actor, 'readIncident', found);
  const problem = knows ? problemCatalogue.forbidden : problemCatalogue.incidentUnknown;
  await recordRefusal(context, {
    person: actor.person,
    action: as,
    code: found ? problemCatalogue.forbidden.code : problem.code,
    incident,
    ...(step !== undefined && { step }),
  });
  return problem;
}
