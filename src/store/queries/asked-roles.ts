import { sql } from 'kysely';

/**
 * The roles that the incident `incidents` has asked for something: of a step that has opened, of a judgement or an
 * answer that is waited for, and those that were told something.
 */
const askedRoles = sql`(
  select steps.role from steps
  where steps.incident = incidents.id
    and (steps.status = 'open' or steps.opened is not null)
  union
  select steps.judge_role from steps
  where steps.incident = incidents.id and steps.judge_role is not null
  union
  select steps.asked_role from steps
  where steps.incident = incidents.id and steps.asked_role is not null
  union
  select notices.role from notices where notices.incident = incidents.id)`;

/** True where a role is among them. */
export const hasAsked = (role: string) => sql<boolean>`${role} in ${askedRoles}`;

/** All of them, as JSON. */
export const askedIn = sql`to_json(array${askedRoles})`;
