import type { LogLine } from '../../contract/incident-contract.ts';
import type { LogData, LogEntry } from '../../model/log-entry.ts';
import { logSentence } from './log-sentence.ts';
import { moment } from './moment.ts';
import type { Reading } from './reading.ts';
import { reasonTitle } from './title-of.ts';
import { redactEntry } from './redact-entry.ts';
import { wordsOf } from './words-of.ts';

/** One line of the log as its reader sees it. */
export const logLine = (reading: Reading, entry: LogEntry): LogLine => ({
  seq: entry.seq,
  at: moment(entry.at),
  recorded: moment(entry.recorded),
  kind: entry.data.kind,
  ...(entry.step !== undefined && { step: entry.step }),
  ...(entry.by !== undefined && { by: reading.names.person(entry.by) }),
  text: logSentence(reading, entry),
  ...why(reading, entry.data),
  hash: entry.hash,
  data: reading.mayReadProtected ? entry.data : redactEntry(reading, entry.data),
});

function why(reading: Reading, data: LogData): Pick<LogLine, 'reason' | 'note'> {
  if (data.kind !== 'act') return {};
  const { reason } = data;
  const note = wordsOf(reading, data.note);
  return {
    ...(reason !== undefined && { reason: reasonTitle(reading, reason) }),
    ...(note !== undefined && { note }),
  };
}
