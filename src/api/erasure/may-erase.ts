import type { ErasureScope } from '../../store/ports/erasures.ts';
import { accessProblem } from '../access/access-problem.ts';
import { findIncident } from '../access/find-incident.ts';
import { recordRefusal } from '../access/record-refusal.ts';
import type { AccessActor } from '../access/access-actor.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { problemCatalogue } from '../problems/problem-catalogue.ts';

/** Why somebody may neither ask for an erasure nor agree to it; written down where it is so. */
export async function erasureProblem(
  context: ApiContext,
  actor: AccessActor,
  scope: ErasureScope,
): Promise<ApiProblem | undefined> {
  if (scope.kind !== 'person') {
    const { incident } = scope;
    const found = await findIncident(context, incident);
    return accessProblem(context, actor, found, { incident, action: 'erase' });
  }
  const { tree } = await context.directory.names();
  if (context.authorizer.system(actor, 'erasePerson', tree).allowed) return undefined;
  const { person } = actor;
  const { code } = problemCatalogue.forbidden;
  await recordRefusal(context, { person, action: 'erasePerson', code });
  return problemCatalogue.forbidden;
}
