import type { SwitchPrompt } from '../../contract/prompt-contract.ts';
import type { Actor } from '../../model/actor.ts';
import type { ApiContext } from '../api-context.ts';
import { roleSettings } from '../release/role-settings.ts';
import { moment } from '../views/moment.ts';

/** Changes of standard that an actor has to judge, nearest due first. */
export async function loadSwitches(
  { store, releases }: ApiContext,
  actor: Actor,
): Promise<SwitchPrompt[]> {
  const settings = roleSettings(releases.active);
  if (!settings) return [];
  const incidents = await store.prompts.switches({ actor, settings });
  const views = incidents.map(async ({ id, priority, release, pendingSwitch }) => {
    if (!pendingSwitch) return [];
    const { from, to, at, due, acted } = pendingSwitch;
    const index = await releases.byHash(release);
    const titled = (procedure: string) => ({
      id: procedure,
      title: index.procedure(procedure).title,
    });
    return [
      {
        incident: id,
        priority,
        from: titled(from),
        to: titled(to),
        proposed: moment(at),
        ...(due !== undefined && { due: moment(due) }),
        acted,
      },
    ];
  });
  return (await Promise.all(views)).flat();
}
