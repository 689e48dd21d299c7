import type { SwitchPrompt } from '../../contract/prompt-contract.ts';
import type { IncidentRecord } from '../../store/ports/incidents.ts';
import type { AccessActor } from '../access/access-actor.ts';
import { withAccess } from '../access/find-incident.ts';
import { mayIncident } from '../access/may-incident.ts';
import type { ApiContext } from '../api-context.ts';
import { roleSettings } from '../release/role-settings.ts';
import { moment } from '../views/moment.ts';
import { procedureTitle } from '../views/title-of.ts';
import { viewEach } from '../views/view-each.ts';
import { wordsOf } from '../views/words-of.ts';

/** Changes of standard that an actor has to judge, nearest due first. */
export async function loadSwitches(
  context: ApiContext,
  actor: AccessActor,
): Promise<SwitchPrompt[]> {
  const settings = roleSettings(context.releases.active);
  if (!settings) return [];
  const incidents = await context.store.prompts.switches({ actor, settings });
  const views = await viewEach(
    context.store.unreadable,
    incidents,
    ({ id }) => `incidents ${id}`,
    (incident) => switchPrompt(context, actor, incident),
  );
  return views.flat();
}

async function switchPrompt(
  context: ApiContext,
  actor: AccessActor,
  incident: IncidentRecord,
): Promise<SwitchPrompt[]> {
  const { id, pendingSwitch, priority } = incident;
  if (!pendingSwitch) return [];
  const { from, to, at, by, note, due, acted } = pendingSwitch;
  const found = await withAccess(context, incident);
  const titled = (procedure: string) => ({
    id: procedure,
    title: procedureTitle(found, procedure),
  });
  const mayReadProtected = mayIncident(context, actor, 'readProtected', found);
  const personal = note && mayReadProtected ? await context.store.log.personal(id) : {};
  const words = wordsOf({ mayReadProtected, personal }, note);
  return [
    {
      incident: id,
      priority,
      from: titled(from),
      to: titled(to),
      by: found.names.person(by ?? ''),
      ...(words !== undefined && { note: words }),
      proposed: moment(at),
      ...(due !== undefined && { due: moment(due) }),
      acted,
    },
  ];
}
