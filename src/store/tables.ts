import type { Generated } from 'kysely';

/**
 * The tables. Instants are bigint milliseconds. JSON is kept as `text`: its keys keep their order, and both
 * databases give back exactly what was written.
 */
export interface Tables {
  readonly releases: { hash: string; bundle: string; created: number; active: boolean };
  readonly release_signatures: { hash: string; text: string; signer: string; signature: string };
  /** Procedures of releases that protect whom they are about. */
  readonly protecting_procedures: { release: string; procedure: string };
  readonly units: UnitTable;
  readonly people: PersonTable;
  readonly accounts: AccountTable;
  readonly sessions: SessionTable;
  readonly sign_in_tries: { key: string; until: number };
  readonly devices: { token_hash: string; person: string; seen: number };
  readonly report_numbers: { day: string; last: number };
  readonly reports: ReportTable;
  readonly log_entries: LogEntryTable;
  readonly personal_values: PersonalValueTable;
  readonly receipts: { incident: string; act: string; digest: string; receipt: string };
  readonly files: FileTable;
  readonly backups: { id: string; made: number; folder: string };
  readonly shared_procedures: SharedProcedureTable;
  readonly erasures: ErasureTable;
  readonly settings: { key: string; value: string };
  readonly api_log: ApiLogTable;
  readonly notice_seen: { notice: string; person: string; at: number };
  // From here on projections: made from log_entries alone, and made again by a rebuild.
  readonly incidents: IncidentTable;
  readonly steps: StepTable;
  readonly answers: AnswerTable;
  readonly decisions: {
    incident: string;
    seq: number;
    at: number;
    rule_set: string;
    decision: string;
  };
  readonly bindings: BindingTable;
  readonly notices: NoticeTable;
}

export interface UnitTable {
  id: string;
  parent: string | null;
  kind: string;
  title_zh: string;
  title_en: string;
  zone: string | null;
  partner: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface PersonTable {
  id: string;
  name_zh: string;
  name_en: string;
  unit: string;
  roles: readonly string[];
  shift: string | null;
  beats: readonly string[];
  active: boolean;
}

export interface AccountTable {
  person: string;
  name: string;
  password_hash: string;
  sample: Generated<boolean>;
}

export interface SessionTable {
  token_hash: string;
  person: string;
  created: number;
  last_seen: number;
  expires: number;
  confirmed: Generated<number>;
}

export interface ReportTable {
  id: string;
  idempotency_key: string;
  sender: string;
  digest: string;
  channel: string;
  at: number;
  received: number;
  unit: string;
  zone: string | null;
  handled_at: string | null;
  text: string | null;
  place: string | null;
  reporter_name: string | null;
  reporter_phone: string | null;
  facts: string;
  erased: number | null;
  status: Generated<'inbox' | 'started' | 'joined'>;
  incident: string | null;
  procedure: string | null;
  release: string | null;
  decision: string | null;
  attempts: Generated<number>;
  last_tried: number | null;
  last_error: string | null;
}

export interface LogEntryTable {
  incident: string;
  seq: number;
  at: number;
  recorded: number;
  step: string | null;
  occurrence: number | null;
  by: string | null;
  act: string | null;
  kind: string;
  data: string;
  previous: string;
  hash: string;
}

export interface PersonalValueTable {
  incident: string;
  commitment: string;
  fact: string;
  /** Both null once erased: the row stays, so that a late second writing does not bring the value back. */
  salt: string | null;
  value: string | null;
  /** By which erasure they went. */
  erasure: Generated<string | null>;
}

export interface FileTable {
  incident: string;
  sha256: string;
  name: string | null;
  type: string;
  size: number;
  by: string;
  at: number;
  /** Since when its bytes are gone. */
  erased: Generated<number | null>;
}

export interface SharedProcedureTable {
  procedure: string;
  digest: string;
  id: string;
  /** Where the answer stands that it is for. */
  incident: string;
  fact: string;
}

export interface ErasureTable {
  id: string;
  scope: string;
  reason: string;
  asked_by: string;
  asked_at: number;
  agreed_by: string | null;
  agreed_at: number | null;
  targets: string | null;
  done_at: number | null;
}

export interface ApiLogTable {
  seq: number;
  at: number;
  kind: string;
  data: string;
  previous: string;
  hash: string;
}

export interface IncidentTable {
  id: string;
  kind: 'standard' | 'procedure';
  procedure: string;
  first: string;
  beside: string;
  beside_ids: readonly string[];
  release: string;
  unit: string;
  channel: string;
  priority: number;
  reported_at: number;
  started_at: number;
  closed_at: number | null;
  reports: string;
  /** Lists are found and sorted by columns of their own: a text that is no JSON must not take a list down. */
  first_report: string | null;
  started: string;
  pending_switch: string | null;
  /** The calendar in force by its content, where one was published to it; how many were. */
  calendar: string | null;
  calendars_published: number;
  switch_judge: string | null;
  switch_by: string | null;
  switch_due: number | null;
  seq: number;
  hash: string;
  open_steps: Generated<number>;
  late: Generated<number>;
  next_due: number | null;
  /** Steps that are open or open by themselves later, and judgements. */
  prompted: Generated<number>;
}

export interface StepTable {
  incident: string;
  step: string;
  procedure: string;
  role: string;
  required: boolean;
  status: string;
  /** It cannot be done while a second person's answer is waited for. A proposed deviation leaves it to be done. */
  held: boolean;
  /** The limit of the row; `due_now` is when it is asked for. */
  due: number | null;
  due_now: number | null;
  late_at: number | null;
  opened: number | null;
  /** From what waits for a second person. */
  judge_role: string | null;
  proposed_by: string | null;
  /** The other persons of whom something is in what waits. */
  proposed_with: readonly string[] | null;
  judge_due: number | null;
  judge_late_at: number | null;
  /** From who is asked for the answer that it waits for. */
  asked_role: string | null;
  asked_due: number | null;
  asked_late_at: number | null;
  row: string;
}

export interface AnswerTable {
  incident: string;
  fact: string;
  value: string | null;
  commitment: string | null;
  corrected: boolean;
  at: number;
  by: string | null;
}

export interface BindingTable {
  incident: string;
  role: string;
  unit: string;
  person: string | null;
  also: readonly string[] | null;
}

export interface NoticeTable {
  id: string;
  incident: string;
  seq: number;
  key: string;
  role: string;
  at: number;
  data: string;
}
