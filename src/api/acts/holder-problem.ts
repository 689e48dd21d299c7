import type { IncidentAct } from '../../contract/act-contract.ts';
import type { Text } from '../../model/text.ts';
import { roleHere } from '../../procedure/role-holder.ts';
import { canHold } from '../access/can-hold.ts';
import { findIncident } from '../access/find-incident.ts';
import type { ApiContext } from '../api-context.ts';
import type { ApiProblem } from '../problems/api-problem.ts';
import { roleProblem } from './role-problem.ts';
import { joinTexts } from '../views/join-texts.ts';
import { roleTitle } from '../views/title-of.ts';

type HandOver = Extract<IncidentAct, { readonly action: 'hand-over' }>;

/** Why a role cannot go to the unit or the person it is handed to: who does not have it could never act in it. */
export async function holderProblem(
  context: ApiContext,
  incident: string,
  { role, unit, person }: HandOver,
): Promise<ApiProblem | undefined> {
  const found = await findIncident(context, incident);
  if (!found) return undefined;
  const { index, names, spec } = found;
  const here = roleHere(spec, { answers: await answersOf(context, incident) }, role);
  // Of a role that there is not the engine says so.
  if (!Object.hasOwn(spec.roles, role)) return undefined;
  if (person === undefined) {
    return canHold(names, spec.roles[here], unit)
      ? undefined
      : roleProblem({ index, names }, unit, [here]);
  }
  const holders = names.people.filter(({ roles }) => roles.includes(here));
  if (holders.some(({ id }) => id === person)) return undefined;
  const there = holders.filter((holder) => holder.unit === unit).map(({ name }) => name);
  return {
    status: 409,
    code: 'role-not-held',
    text: textOf(names.person(person ?? '').name, roleTitle({ index }, here), there),
  };
}

function textOf(person: Text, role: Text, there: readonly Text[]): Text {
  const who = joinTexts(there);
  return there.length === 0
    ? {
        zh: `${person.zh}没有“${role.zh}”角色，该单位也无人有；请选择其他单位`,
        en: `${person.en} does not have the role \`${role.en}\`, nor has anybody of the unit: choose another unit`,
      }
    : {
        zh: `${person.zh}没有“${role.zh}”角色；该单位有此角色的是：${who.zh}`,
        en: `${person.en} does not have the role \`${role.en}\`; of the unit these have it: ${who.en}`,
      };
}

async function answersOf({ store }: ApiContext, incident: string) {
  const answers = await store.incidents.answers(incident);
  return Object.fromEntries(
    answers.flatMap(({ fact, value }) => (value === undefined ? [] : [[fact, value]])),
  );
}
