import { Erasures } from '../../contract/erasure-contract.ts';
import { findIncident } from '../access/find-incident.ts';
import { mayIncident } from '../access/may-incident.ts';
import type { AccessActor } from '../access/access-actor.ts';
import { readerOf } from '../accounts/reader.ts';
import type { ApiApp } from '../api-app.ts';
import type { ApiContext } from '../api-context.ts';
import type { ErasureScope } from '../../store/ports/erasures.ts';
import { erasureView } from '../views/erasure-view.ts';
import { withProblems } from './with-problems.ts';

const latestMax = 200;

/** `GET /api/erasures`: what was asked to be erased, agreed to and done, as far as the reader may ask for the same. */
export function getErasures(app: ApiApp, context: ApiContext): void {
  const schema = { response: withProblems({ 200: Erasures }), tags: ['erasures'] };
  app.get('/api/erasures', { schema }, async (request) => {
    const { actor } = readerOf(request);
    const names = await context.directory.names();
    const backups = await context.store.backups.all();
    const erasures = [];
    for (const erasure of await context.store.erasures.latest(latestMax)) {
      if (await maySee(context, actor, erasure.scope)) {
        erasures.push(erasureView(names, erasure, backups));
      }
    }
    return { erasures };
  });
}

async function maySee(
  context: ApiContext,
  actor: AccessActor,
  scope: ErasureScope,
): Promise<boolean> {
  if (scope.kind === 'person') {
    const { tree } = await context.directory.names();
    return context.authorizer.system(actor, 'erasePerson', tree).allowed;
  }
  const found = await findIncident(context, scope.incident);
  return found !== undefined && mayIncident(context, actor, 'erase', found);
}
