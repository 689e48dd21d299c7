import { chainEntries, chainStart, type LogDraft } from '../../src/machine/log-chain.ts';
import type { LogData, LogEntry } from '../../src/model/log-entry.ts';
import type { StepRow } from '../../src/model/step-row.ts';

/** The data of a start, of which a test gives what differs from a plain incident of 2026-11-23. */
export type StartedData = Extract<LogData, { kind: 'started' }>;

export const reportedAt = Date.UTC(2026, 10, 23, 8);

export const started = (differing: Partial<StartedData> = {}): StartedData => ({
  kind: 'started',
  procedure: 'brawl',
  procedureKind: 'standard',
  release: 'a'.repeat(64),
  report: 'R20261123-000001',
  reportedAt,
  channel: 'call',
  unit: 'east',
  priority: 2,
  ...differing,
});

export const row = (step: string, differing: Partial<StepRow> = {}): StepRow => ({
  step,
  status: 'open',
  occurrence: 1,
  fired: [],
  ...differing,
});

type StepData = Extract<LogData, { kind: 'step' }>;

/** An entry about a step of the role `officer`. */
export const step = (
  name: string,
  differing: Partial<StepRow> = {},
  around: Partial<StepData> = {},
): StepData => ({
  kind: 'step',
  procedure: 'brawl',
  role: 'officer',
  required: true,
  row: row(name, differing),
  ...(differing.due !== undefined && { dueNow: differing.due }),
  ...around,
});

/** A draft a second after the one before. */
export const draft = (data: LogData, index: number, around: Partial<LogDraft> = {}): LogDraft => ({
  at: reportedAt + index * 1000,
  recorded: reportedAt + index * 1000 + 5,
  ...('row' in data && { step: data.row.step }),
  data,
  ...around,
});

/** A chained log that tells these things one after the other. */
export const logOf = (
  ...told: readonly (LogData | readonly [LogData, Partial<LogDraft>])[]
): readonly LogEntry[] =>
  chainEntries(
    { seq: 0, hash: chainStart },
    told.map((one, index) => ('kind' in one ? draft(one, index) : draft(one[0], index, one[1]))),
  ).entries;

let count = 0;
/** An incident that no other test has. */
export const newIncident = (): string => `I-${process.pid}-${(count += 1)}`;
