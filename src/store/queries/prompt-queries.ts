import { sql, type Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { PromptRecord, Prompts } from '../ports/prompts.ts';
import type { StepTable } from '../tables.ts';
import { holdsRole, judges } from './holds-role.ts';
import { boundIn, incidentFrom, incidentName, type IncidentRow } from './incident-row.ts';
import { readable } from './readable.ts';
import { stepFrom, stepName } from './step-row.ts';

const promptsMax = 500;

/** The prompts in a database. */
export function promptQueries({ db, unreadable }: Database): Prompts {
  return {
    async of({ actor, settings, incident, limit = promptsMax }) {
      // Whoever is prompted can read what it is about.
      const here = sql`${incident === undefined ? sql`true` : sql`steps.incident = ${incident}`}
        and ${readable(actor)}`;
      const columns = sql`steps.incident, steps.step, incidents.priority, incidents.reported_at,
        incidents.first_report as report`;
      const running = sql`join incidents on incidents.id = steps.incident and incidents.closed_at is null`;
      const { rows } = await sql<FoundPrompt>`
        with found as (
        select ${columns}, due_now as due, 'do' as wants
        from steps ${running}
        left join bindings on bindings.incident = steps.incident and bindings.role = steps.role
        where steps.status = 'open' and not steps.held and ${here}
          and ${holdsRole(actor, settings, sql`steps.role`)}
        union all
        select ${columns}, coalesce(judge_due, due_now) as due, 'judge' as wants
        from steps ${running}
        left join bindings on bindings.incident = steps.incident and bindings.role = steps.judge_role
        where steps.judge_role is not null and ${here} and ${judges(actor, settings)}
        union all
        select ${columns}, asked_due as due, 'answer' as wants
        from steps ${running}
        left join bindings on bindings.incident = steps.incident and bindings.role = steps.asked_role
        where steps.asked_role is not null and ${here}
          and ${holdsRole(actor, settings, sql`steps.asked_role`)}
        order by due nulls last, priority, reported_at, incident, step, wants
        limit ${limit})
        select found.wants, reports.place, steps.*,
          to_json(incidents)::text as running, ${boundIn} as bound
        from found join steps on steps.incident = found.incident and steps.step = found.step
        join incidents on incidents.id = found.incident
        left join reports on reports.id = found.report
        order by found.due nulls last, found.priority, found.reported_at, steps.incident, steps.step, wants`.execute(
        db,
      );
      return unreadable.each(rows, stepName, promptFrom);
    },

    async switches({ actor, settings, limit = promptsMax }) {
      const role = sql`incidents.switch_judge`;
      const { rows } = await sql<IncidentRow>`
        select incidents.*, ${boundIn} as bindings from incidents
        left join bindings on bindings.incident = incidents.id and bindings.role = ${role}
        where incidents.closed_at is null and incidents.pending_switch is not null
          and incidents.switch_by is distinct from ${actor.person}
          and ${holdsRole(actor, settings, role)} and ${readable(actor)}
        order by incidents.switch_due nulls last, incidents.id
        limit ${limit}`.execute(db);
      return unreadable.each(rows, incidentName, incidentFrom);
    },
  };
}

type FoundPrompt = Selectable<StepTable> & {
  readonly wants: PromptRecord['wants'];
  readonly place: string | null;
  /** The incident's row as JSON, and who is bound in it. */
  readonly running: string;
  readonly bound: string;
};

function promptFrom({ wants, place, running, bound, ...row }: FoundPrompt): PromptRecord {
  const incident = incidentFrom({ ...JSON.parse(running), bindings: bound });
  return { wants, incident, ...(place !== null && { place }), step: stepFrom(row) };
}
