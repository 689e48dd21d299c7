import { CompiledQuery, type Insertable, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** The rows to write for incidents, by table, and the reports that leave the inbox. */
export type RowsToWrite = {
  readonly [Table in Written]?: readonly Omit<Insertable<Tables[Table]>, Counted>[];
} & { readonly taken_reports?: readonly TakenReport[] };

/** A report that an entry speaks of: its incident has begun with it, or it has joined. */
export interface TakenReport {
  readonly id: string;
  readonly status: 'started' | 'joined';
  readonly incident: string;
}

type Written = keyof typeof tables;
type Counted = 'open_steps' | 'late' | 'next_due' | 'prompted';

/** The way in which rows of a table go in. `conflict` is for a row whose key is there already, where that can be. */
interface TableToWrite {
  readonly columns: readonly string[];
  readonly conflict?: { readonly key: readonly string[]; readonly then: 'update' | 'nothing' };
}

const tables = {
  log_entries: {
    columns: [
      ...['incident', 'seq', 'at', 'recorded', 'step', 'occurrence', 'by', 'act', 'kind', 'data'],
      ...['previous', 'hash'],
    ],
  },
  personal_values: {
    columns: ['incident', 'commitment', 'fact', 'salt', 'value'],
    conflict: { key: ['incident', 'commitment'], then: 'nothing' },
  },
  receipts: {
    columns: ['incident', 'act', 'digest', 'receipt'],
    conflict: { key: ['incident', 'act'], then: 'nothing' },
  },
  steps: {
    columns: [
      ...['incident', 'step', 'procedure', 'role', 'required', 'status', 'held', 'due', 'due_now'],
      ...['late_at', 'opened', 'judge_role', 'proposed_by', 'proposed_with', 'judge_due'],
      ...['judge_late_at', 'asked_role', 'asked_due', 'asked_late_at', 'row'],
    ],
    conflict: { key: ['incident', 'step'], then: 'update' },
  },
  incidents: {
    columns: [
      ...[
        'id',
        'kind',
        'procedure',
        'first',
        'beside',
        'beside_ids',
        'release',
        'unit',
        'channel',
        'priority',
      ],
      ...['reported_at', 'started_at', 'closed_at', 'reports', 'first_report', 'started'],
      ...['pending_switch', 'switch_judge', 'switch_by', 'switch_due', 'seq', 'hash', 'calendar'],
      'calendars_published',
    ],
    conflict: { key: ['id'], then: 'update' },
  },
  answers: {
    columns: ['incident', 'fact', 'value', 'commitment', 'corrected', 'at', 'by'],
    conflict: { key: ['incident', 'fact'], then: 'update' },
  },
  bindings: {
    columns: ['incident', 'role', 'unit', 'person', 'also'],
    conflict: { key: ['incident', 'role'], then: 'update' },
  },
  decisions: { columns: ['incident', 'seq', 'at', 'rule_set', 'decision'] },
  notices: {
    columns: ['id', 'incident', 'seq', 'key', 'role', 'at', 'data'],
    conflict: { key: ['incident', 'key', 'role'], then: 'nothing' },
  },
} as const satisfies { readonly [Table in keyof Tables]?: TableToWrite };

/**
 * Writes rows, of however many incidents, in one statement, whose text is always the same: the database is asked once
 * instead of once a table, and parses and plans once for good. Each table's rows are one value, a list as JSON.
 *
 * @returns the incidents in which somebody was told something new.
 */
export async function writeRows(
  db: Transaction<Tables>,
  rows: RowsToWrite,
): Promise<ReadonlySet<string>> {
  const lists = parameters.map((name) => rows[name] ?? []);
  if (lists.every(({ length }) => length === 0)) return new Set();
  const query = CompiledQuery.raw(
    statement,
    lists.map((list) => JSON.stringify(list)),
  );
  const { rows: noticed } = await db.executeQuery<{ incident: string }>(query);
  return new Set(noticed.map(({ incident }) => incident));
}

const written = Object.keys(tables) as Written[];
const parameters = [...written, 'taken_reports'] as const;

const list = (name: (typeof parameters)[number]): string =>
  `$${parameters.indexOf(name) + 1}::json`;
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
const read = (table: Written): string =>
  `json_populate_recordset(null::"${table}", ${list(table)})`;

const inserting = (table: Written): string => {
  const { columns, conflict }: TableToWrite = tables[table];
  const counted = table === 'incidents' ? Object.keys(counts) : [];
  const all = [...columns, ...counted];
  const values = [
    ...columns.map((column) => `fresh."${column}"`),
    ...counted.map((column) => `counted."${column}"`),
  ];
  return [
    `insert into "${table}" (${quoted(all)})`,
    `select ${values.join(', ')} from ${read(table)} as fresh`,
    counted.length === 0 ? '' : `cross join lateral (${counting}) as counted`,
    conflict === undefined
      ? ''
      : `on conflict (${quoted(conflict.key)}) do ${conflict.then === 'nothing' ? 'nothing' : overwriting(all)}`,
    table === 'notices' ? 'returning incident' : '',
  ].join(' ');
};

const overwriting = (columns: readonly string[]): string =>
  `update set ${columns.map((column) => `"${column}" = excluded."${column}"`).join(', ')}`;

// The columns that lists are sorted by. Counted over the steps as they now are, so they cannot drift from them.
const counts: Readonly<Record<Counted, string>> = {
  open_steps: `count(*) filter (where status = 'open')`,
  late: `count(*) filter (where (status = 'open' and late_at is not null) or judge_late_at is not null or asked_late_at is not null)`,
  next_due: `min(least(case when status = 'open' and not held then due_now end,
    case when judge_role is not null then coalesce(judge_due, due_now) end, asked_due))`,
  prompted: `count(*) filter (where status in ('open', 'between') or judge_role is not null or asked_role is not null)`,
};

// One statement sees the tables as they were before it: the steps that it writes are taken from what it is given.
const stepColumns = quoted(tables.steps.columns);
const counting = `
  select ${Object.entries(counts)
    .map(([column, count]) => `(${count})::bigint as ${column}`)
    .join(', ')}
  from (
    select ${stepColumns} from fresh_steps where fresh_steps.incident = fresh.id
    union all
    select ${stepColumns} from steps where steps.incident = fresh.id and not exists (
      select from fresh_steps
      where fresh_steps.incident = steps.incident and fresh_steps.step = steps.step)) as steps
  where fresh.closed_at is null`;

const takingReports = `
  update reports set status = taken.status, incident = taken.incident, last_error = null
  from json_to_recordset(${list('taken_reports')}) as taken (id text, status text, incident text)
  where reports.id = taken.id and reports.status = 'inbox'`;

const statement = `
  with fresh_steps as (select * from ${read('steps')} as fresh),
    ${written.map((table) => `${table}_written as (${inserting(table)})`).join(',\n    ')},
    reports_taken as (${takingReports})
  select distinct incident from notices_written`;
