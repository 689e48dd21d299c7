import type { ProcedureTable } from '../model/procedure-table.ts';
import type { MachineEvent, Transit, Transition } from './transit.ts';

// A standard's incidents mostly take the same few hundred ways.
const keptMax = 300;

/**
 * The transitions of a machine, each computed once. One follows from where the steps stand, the truths and the event
 * alone, and incidents of a standard go through the same ones again and again: what is remembered is that part of the
 * machine's transition table which is in use, as regular expressions are run by a table that is filled while it is read
 * (Thompson, "Regular Expression Search Algorithm", 1968).
 */
export const remembered = (order: readonly string[], transition: Transit): Transit => {
  const known = new Map<string, Transition>();
  return (table, event) => {
    const key = keyOf(order, table, event);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = transition(table, event);
    const [oldest] = known.keys();
    if (known.size >= keptMax && oldest !== undefined) known.delete(oldest);
    known.set(key, found);
    return found;
  };
};

const keyOf = (order: readonly string[], table: ProcedureTable, event: MachineEvent): string => {
  const told = event.type === 'truths' ? event.holds : event.step;
  const at = JSON.stringify([event.type, told, table.holds, table.closed !== undefined]);
  let steps = '';
  for (const id of order) {
    const row = table.rows[id];
    steps += `${row?.status ?? ''} ${row?.pending?.kind ?? ''},`;
  }
  return at + steps;
};
