import type { LogEntry } from '../../model/log-entry.ts';

/**
 * The entries in the order in which a person reads them: what was done, then what came of it. The log has the rows that
 * one act moves in the order of the standard, so a step that opens may stand before the one whose end opened it.
 */
export function causeFirst(entries: readonly LogEntry[]): readonly LogEntry[] {
  const ordered: LogEntry[] = [];
  const moved = new Set<LogEntry>();
  entries.forEach((entry, index) => {
    if (moved.has(entry)) return;
    ordered.push(entry);
    if (entry.data.kind !== 'act' || entry.act === undefined) return;
    const own = entries
      .slice(index + 1)
      .find(
        ({ act, step, data }) => act === entry.act && step === entry.step && data.kind === 'step',
      );
    if (own === undefined) return;
    ordered.push(own);
    moved.add(own);
  });
  return ordered;
}
