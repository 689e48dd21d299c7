import type { LogData, LogEntry } from '../../model/log-entry.ts';
import type { SwitchRecord } from '../ports/incidents.ts';

interface Switching {
  readonly procedure: string;
  readonly pending?: SwitchRecord;
}

/**
 * The procedure that runs, and the switch that waits for a second person, after an entry about a switch.
 *
 * All switches are `proposed`. Downward ones are `done` once `agreed`. Upward ones are `done` meanwhile, and after a
 * rejection `done` once more, back to where they came from.
 */
export function projectSwitch(
  before: Switching,
  { at, by }: LogEntry,
  { phase, from, to, note, judge, due }: Extract<LogData, { kind: 'standard-switched' }>,
): Switching {
  const { procedure, pending } = before;
  switch (phase) {
    case 'proposed': {
      const who = { ...(by !== undefined && { by }), ...(note !== undefined && { note }) };
      const judged = { ...(judge !== undefined && { judge }), ...(due !== undefined && { due }) };
      return { procedure, pending: { from, to, at, ...who, ...judged, acted: false } };
    }
    case 'done':
      return pending?.to === to
        ? { procedure: to, pending: { ...pending, acted: true } }
        : { procedure: to };
    case 'agreed':
    case 'rejected':
      return { procedure };
  }
}
