import { sql, type Migration } from 'kysely';

const statements = [
  `create table releases (
    hash text primary key, bundle text not null, created bigint not null, active boolean not null)`,
  `create unique index releases_one_active on releases (active) where active`,
  `create table units (
    id text primary key, parent text, kind text not null, title_zh text not null, title_en text not null,
    zone text, partner text, latitude double precision, longitude double precision)`,
  `create index units_parent on units (parent)`,
  `create table people (
    id text primary key, name_zh text not null, name_en text not null, unit text not null,
    roles text[] not null, shift text, beats text[] not null, active boolean not null)`,
  `create index people_unit on people (unit)`,
  `create table accounts (
    person text primary key, name text not null unique, password_hash text not null,
    failed_attempts integer not null default 0, locked_until bigint)`,
  `create table sessions (
    token_hash text primary key, person text not null, created bigint not null, last_seen bigint not null,
    expires bigint not null)`,
  `create index sessions_person on sessions (person)`,
  `create table report_numbers (day text primary key, last integer not null)`,
  `create table reports (
    id text primary key, idempotency_key text not null, sender text not null, digest text not null,
    channel text not null, at bigint not null, received bigint not null, unit text not null, zone text,
    handled_at text, text text, place text, reporter_name text, reporter_phone text, facts text not null,
    erased bigint, status text not null default 'inbox' check (status in ('inbox', 'started', 'joined')),
    incident text, procedure text, release text, decision text, attempts integer not null default 0,
    last_tried bigint, last_error text, unique (sender, idempotency_key))`,
  `create index reports_inbox on reports (received) where status = 'inbox'`,
  `create index reports_received on reports (received)`,
  `create index reports_incident on reports (incident)`,
  `create table log_entries (
    incident text not null, seq integer not null, at bigint not null, recorded bigint not null, step text,
    occurrence integer, by text, act text, kind text not null, data text not null, previous text not null,
    hash text not null, primary key (incident, seq))`,
  `create table personal_values (
    incident text not null, commitment text not null, fact text not null, salt text, value text,
    primary key (incident, commitment))`,
  `create table receipts (
    incident text not null, act text not null, digest text not null, receipt text not null,
    primary key (incident, act))`,
  `create table settings (key text primary key, value text not null)`,
  `create table api_log (
    seq integer primary key, at bigint not null, kind text not null, data text not null,
    previous text not null, hash text not null)`,
  `create table notice_seen (
    notice text not null, person text not null, at bigint not null, primary key (notice, person))`,
  `create table incidents (
    id text primary key, kind text not null, procedure text not null, first text not null, beside text not null, beside_ids text[] not null default '{}',
    release text not null, unit text not null, channel text not null, priority integer not null,
    reported_at bigint not null, started_at bigint not null, closed_at bigint, reports text not null,
    first_report text, started text not null, pending_switch text, switch_judge text, switch_by text,
    switch_due bigint, calendar text, calendars_published integer not null, seq integer not null, hash text not null,
    open_steps integer not null default 0, late integer not null default 0, next_due bigint)`,
  `create index incidents_open on incidents (next_due) where closed_at is null`,
  `create index incidents_unit on incidents (unit, reported_at)`,
  `create table steps (
    incident text not null, step text not null, procedure text not null, role text not null,
    required boolean not null, status text not null, held boolean not null, due bigint, due_now bigint, late_at bigint, opened bigint, judge_role text,
    proposed_by text, proposed_with text[], judge_due bigint, judge_late_at bigint, row text not null,
    primary key (incident, step))`,
  `create index steps_open on steps (due_now) where status = 'open' and not held`,
  `create index steps_judged on steps (judge_role) where judge_role is not null`,
  `create table answers (
    incident text not null, fact text not null, value text, commitment text, corrected boolean not null,
    at bigint not null, by text, primary key (incident, fact))`,
  `create table decisions (
    incident text not null, seq integer not null, at bigint not null, rule_set text not null,
    decision text not null, primary key (incident, seq))`,
  `create table bindings (
    incident text not null, role text not null, unit text not null, person text, also text[],
    primary key (incident, role))`,
  `create index bindings_unit on bindings (unit)`,
  `create index bindings_person on bindings (person)`,
  `create table notices (
    id text primary key, incident text not null, seq integer not null, key text not null, role text not null,
    at bigint not null, data text not null, unique (incident, key, role))`,
  `create index notices_role on notices (role, at)`,
];

/** The first schema. Units and people have no foreign keys: history names who has left the directory. */
export const initial: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
