import type { PromptView } from '../../contract/prompt-contract.ts';
import type { ProcedureSpec } from '../../model/procedure-spec.ts';
import type { StepRecord } from '../../store/ports/incidents.ts';
import type { PromptRecord } from '../../store/ports/prompts.ts';
import type { AccessActor } from '../access/access-actor.ts';
import { withAccessEach } from '../access/find-incident.ts';
import { loadReadings } from '../access/load-reading.ts';
import type { ApiContext } from '../api-context.ts';
import { holdsRole } from '../../procedure/role-holder.ts';
import type { ReleaseIndex } from '../release/release-index.ts';
import { roleSettings } from '../release/role-settings.ts';
import { promptView } from '../views/prompt-view.ts';
import type { Reading } from '../views/reading.ts';
import { viewEach } from '../views/view-each.ts';

/** The prompts of an actor, to do or to judge, nearest due first, and the protected incidents that they showed. */
export interface LoadedPrompts {
  readonly prompts: PromptView[];
  readonly shownProtected: readonly string[];
}

const promptsMax = 200;

const nameOf = ({ step }: PromptRecord): string => `steps ${step.incident} ${step.step}`;

/** Reads the prompts of an actor, of all incidents or of one. */
export async function loadPrompts(
  context: ApiContext,
  actor: AccessActor,
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
  const { unreadable } = context.store;
  const prompts = await viewEach(unreadable, records, nameOf, (record) => {
    const reading = readings.get(record.incident.id)?.reading;
    if (!reading || !isTheirs(reading, record)) return [];
    return promptView(reading, record) ?? [];
  });
  const shownProtected = [...readings.values()]
    .filter(({ found, reading }) => found.access.isProtected && reading.mayReadProtected)
    .map(({ reading }) => reading.incident.id);
  return { prompts: prompts.flat(), shownProtected };
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
  const role = {
    do: step.role,
    judge: step.row.pending?.judge,
    answer: step.row.asked?.role,
  }[wants];
  const { actor, spec, standing } = reading;
  if (role === undefined || spec.roles[role]?.is === undefined) return true;
  return holdsRole(spec, standing, role, actor);
}

async function readingsOf(
  context: ApiContext,
  actor: AccessActor,
  records: readonly PromptRecord[],
) {
  const incidents = new Map(records.map(({ incident }) => [incident.id, incident]));
  const founds = await withAccessEach(context, [...incidents.values()]);
  const { unreadable } = context.store;
  const wanted = founds.map((found) => {
    const its = records.filter((record) => record.incident.id === found.incident.id);
    const hanging = unreadable.each(its, nameOf, ({ step }) => hangsOnOthers(found.spec, step));
    return { found, steps: hanging.includes(true) };
  });
  const readings = await loadReadings(context, actor, wanted);
  return new Map(readings.map((each) => [each.reading.incident.id, each]));
}

// The other steps tell what a judgement holds back, and whether the closing step can be done.
const hangsOnOthers = ({ steps }: ProcedureSpec, { step, row }: StepRecord): boolean =>
  row.pending !== undefined || steps[step]?.closes === true;
