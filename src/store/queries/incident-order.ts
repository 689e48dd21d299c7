import { sql, type RawBuilder } from 'kysely';
import type { IncidentPlace } from '../ports/incidents.ts';

// The expressions of the index `incidents_order`.
const rank = sql`case when closed_at is not null then 3 when prompted = 0 and pending_switch is null then 0
  when late > 0 then 1 else 2 end`;
const endless = 9_223_372_036_854_775_807n;
const due = sql`coalesce(next_due, 9223372036854775807)`;

/** The order of the list. */
export const incidentOrder = sql`(${rank}), ${due}, (-reported_at), id`;

/** True where an incident stands behind a place of the list. */
export const isBehind = (place: IncidentPlace): RawBuilder<boolean> =>
  sql<boolean>`((${rank}), ${due}, (-reported_at), id) > ${placed(place)}`;

/** True where an incident stands at a place of the list or before it. */
export const isUpTo = (place: IncidentPlace): RawBuilder<boolean> =>
  sql<boolean>`((${rank}), ${due}, (-reported_at), id) <= ${placed(place)}`;

const placed = ({ rank, due, reportedAt, id }: IncidentPlace) =>
  sql`(${rank}::int, ${String(due ?? endless)}::bigint, ${-reportedAt}::bigint, ${id}::text)`;
