import type { PromptView } from '../../contract/prompt-contract.ts';
import type { Actor } from '../../model/actor.ts';
import type { PromptRecord } from '../../store/ports/prompts.ts';
import { withAccess } from '../access/find-incident.ts';
import { loadReadings } from '../access/load-reading.ts';
import type { ApiContext } from '../api-context.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { roleSettings } from '../release/role-settings.ts';
import { mayFillRole } from '../views/may-fill-role.ts';
import { promptView } from '../views/prompt-view.ts';
import type { Reading } from '../views/reading.ts';

/** What an actor has to do or judge, nearest due first, and which protected incidents it showed. */
export interface LoadedPrompts {
  readonly prompts: PromptView[];
  readonly shownProtected: readonly string[];
}

const promptsMax = 200;

/** Reads the prompts of an actor, of all incidents or of one. */
export async function loadPrompts(
  context: ApiContext,
  actor: Actor,
  incident?: string,
): Promise<LoadedPrompts> {
  const settings = roleSettings(context.releases.active);
  if (!settings) return { prompts: [], shownProtected: [] };
  const records = await context.store.prompts.of({
    actor: { ...actor, roles: withAliases(actor.roles, context.releases.active.roles) },
    settings,
    limit: promptsMax,
    ...(incident !== undefined && { incident }),
  });
  const readings = await readingsOf(context, actor, records);
  const prompts = records.flatMap((record) => {
    const reading = readings.get(record.incident.id)?.reading;
    if (!reading || !isTheirs(reading, record)) return [];
    return promptView(reading, record) ?? [];
  });
  const shownProtected = [...readings.values()]
    .filter(({ found, reading }) => found.access.isProtected && reading.mayReadProtected)
    .map(({ reading }) => reading.incident.id);
  return { prompts, shownProtected };
}

// A role that others stand for, by the way of handling, is in no directory: the store is asked for all it may be.
const withAliases = (held: readonly string[], roles: ReleaseIndex['roles']): readonly string[] => [
  ...held,
  ...Object.values(roles).flatMap(({ id, is = {} }) =>
    Object.values(is).some((role) => held.includes(role)) ? [id] : [],
  ),
];

// Which of them it is, this incident's way of handling says.
function isTheirs(reading: Reading, { step, wants }: PromptRecord): boolean {
  const role = wants === 'judge' ? step.row.pending?.judge : step.role;
  if (role === undefined || reading.index.roles[role]?.is === undefined) return true;
  return mayFillRole(reading, role);
}

async function readingsOf(context: ApiContext, actor: Actor, records: readonly PromptRecord[]) {
  const incidents = new Map(records.map(({ incident }) => [incident.id, incident]));
  const founds = await Promise.all(
    [...incidents.values()].map((incident) => withAccess(context, incident)),
  );
  const readings = await loadReadings(context, actor, founds);
  return new Map(
    readings.map((reading, index) => [reading.incident.id, { reading, found: founds[index]! }]),
  );
}
