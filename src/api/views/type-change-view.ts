import type { IncidentView } from '../../contract/incident-contract.ts';
import type { LogData, LogEntry } from '../../model/log-entry.ts';
import { basisViews } from './basis-views.ts';
import { moment } from './moment.ts';
import type { Reading } from './reading.ts';
import { procedureTitle } from './title-of.ts';
import { wordsOf } from './words-of.ts';
import { writtenSwitch } from './written-switch.ts';

type Switched = Extract<LogData, { kind: 'standard-switched' }>;
type SwitchEntry = LogEntry & { readonly data: Switched };

/** Why an incident is of its present type, where that is not the one it was first taken for; it stays with a closed one. */
export function typeChangeView(
  reading: Reading,
  entries: readonly LogEntry[],
): Pick<IncidentView, 'typeChange'> {
  const switches = entries.filter(isSwitch);
  const done = switches.findLast(
    ({ data }) => data.phase === 'done' && data.to === reading.incident.procedure,
  );
  if (!done) return {};
  const { from, to } = done.data;
  const asked = switches.findLast(
    ({ data, seq }) =>
      seq < done.seq && data.phase === 'proposed' && data.from === from && data.to === to,
  );
  const note = asked?.data.note;
  const shown = wordsOf(reading, note);
  // A person who changes it by hand says why; else the standard foresees it.
  const written = note === undefined ? writtenSwitch(reading, { from, to }) : undefined;
  return {
    typeChange: {
      from: procedureTitle(reading, from),
      to: procedureTitle(reading, to),
      at: moment(done.at),
      ...(asked?.by !== undefined && { by: reading.names.person(asked.by) }),
      ...(written && { because: written.because }),
      basis: basisViews(reading.index.procedure(from), written?.basis ?? []),
      ...(shown !== undefined && { note: shown }),
    },
  };
}

const isSwitch = (entry: LogEntry): entry is SwitchEntry => entry.data.kind === 'standard-switched';
