import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../model/actor.ts';
import type { RoleSettings } from '../ports/role-settings.ts';

type Fragment = RawBuilder<unknown>;

/**
 * True where an actor's unit answers for `role` at the unit `from`: the nearest unit from there up in which somebody
 * active other than `except` holds the role is the actor's own.
 */
export function answersFor(
  actor: Actor,
  {
    from,
    role,
    except,
  }: { readonly from: Fragment; readonly role: Fragment; readonly except: Fragment },
): RawBuilder<boolean> {
  // The actor holds it now, whatever the directory says.
  const staffed = sql`(units.id = ${actor.unit} or exists (
    select 1 from people
    where people.unit = units.id and people.active and ${role} = any(people.roles)
      and people.id is distinct from ${except}))`;
  return sql<boolean>`exists (
    with recursive upward (id, parent, staffed) as (
      select units.id, units.parent, ${staffed} from units where units.id = ${from}
      union
      select units.id, units.parent, ${staffed}
      from upward join units on units.id = upward.parent where not upward.staffed)
    select 1 from upward where upward.id = ${actor.unit} and upward.staffed)`;
}

/** True where an actor leaves `role` to the colleague who keeps the beat of the incident `incidents`. */
function leavesIt({ leaves = {} }: Actor, role: Fragment, beat?: string): RawBuilder<boolean> {
  const roles = Object.entries(leaves).filter(([, beats]) => beats.length > 0);
  if (beat === undefined || roles.length === 0) return sql<boolean>`false`;
  const left = roles.map(
    ([id, beats]) => sql`(${role} = ${id}
    and answers.value = any(${beats.map((each) => JSON.stringify(each))}::text[]))`,
  );
  return sql<boolean>`exists (
    select 1 from answers
    where answers.incident = incidents.id and answers.fact = ${beat} and (${sql.join(left, sql` or `)}))`;
}

/** True where nobody has `role` in the bound unit and those sent as well, or, of a role held downward, above them. */
const nobodyHas = (
  role: Fragment,
  from: Fragment,
  downward: readonly string[],
): RawBuilder<boolean> =>
  sql<boolean>`not exists (
    with recursive upward (id, parent) as (
      select units.id, units.parent from units where units.id = ${from} or units.id = any(bindings.also)
      union
      select units.id, units.parent from upward join units on units.id = upward.parent
      where ${role} = any(${[...downward]}::text[]))
    select 1 from upward join people on people.unit = upward.id
    where people.active and ${role} = any(people.roles))`;

/**
 * True where an actor holds `role` in the incident `incidents`, whose binding of that role is joined as `bindings`.
 * They are bound themselves, or hold the role in a unit sent as well, or in the bound unit where no person is bound (of
 * a role held downward, with nobody there, in the next one up), and do not leave it to the colleague who keeps the
 * beat. An unbound role is that of a centre, and of all who hold it. A role that nobody there can have falls to the
 * leader of the unit, who hands it to somebody.
 */
export function holdsRole(
  actor: Actor,
  { leader, beat, downward }: RoleSettings,
  role: Fragment,
): RawBuilder<boolean> {
  const from = sql`coalesce(bindings.unit, incidents.unit)`;
  const nobody = sql`null`;
  const isDownward = sql`${role} = any(${[...downward]}::text[])`;
  const leads = actor.roles.includes(leader)
    ? sql<boolean>`(bindings.person is null and ${nobodyHas(role, from, downward)}
        and (bindings.incident is not null
          or not exists (select 1 from people where people.active and ${role} = any(people.roles)))
        and ${answersFor(actor, { from, role: sql`${leader}::text`, except: nobody })})`
    : sql<boolean>`false`;
  const answers = sql`(${from} = ${actor.unit}
    or (${isDownward} and ${answersFor(actor, { from, role, except: nobody })}))`;
  return sql<boolean>`(
    bindings.person = ${actor.person}
    or (${role} = any(${[...actor.roles]}::text[])
      and (${actor.unit} = any(bindings.also)
        or (not ${leavesIt(actor, role, beat)}
          and (bindings.incident is null or (bindings.person is null and ${answers})))))
    or ${leads})`;
}

/** True where the proposal of `steps` has something of an actor's in it, besides what its proposer offered. */
const hasPart = ({ person }: Actor): RawBuilder<boolean> =>
  sql<boolean>`coalesce(${person} = any(steps.proposed_with), false)`;

/**
 * True where an actor is to judge the proposal of `steps`: they hold the judging role and did not propose it. They are
 * bound to the role, or of the bound unit; with nobody else there, of the next unit up. Unbound: all who hold it.
 */
export function judges(actor: Actor, { beat }: RoleSettings): RawBuilder<boolean> {
  const mayAnswer = answersFor(actor, {
    from: sql`bindings.unit`,
    role: sql`steps.judge_role`,
    except: sql`steps.proposed_by`,
  });
  return sql<boolean>`(
    steps.proposed_by is distinct from ${actor.person}
    and not ${hasPart(actor)}
    and (bindings.person = ${actor.person}
      or (steps.judge_role = any(${[...actor.roles]}::text[])
        and (${actor.unit} = any(bindings.also)
          or (not ${leavesIt(actor, sql`steps.judge_role`, beat)}
            and (bindings.incident is null
              or ((bindings.person is null or bindings.person = steps.proposed_by) and ${mayAnswer})))))))`;
}
