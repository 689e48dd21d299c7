import type { IncidentList } from '../../contract/incident-contract.ts';
import type { Text } from '../../model/text.ts';

/** Whether a line of the list has what was typed: in its number, type, unit, place or first words. */
export function isSought(
  { id, standard, unit, place = '', words = '' }: IncidentList['incidents'][number],
  sought: string,
  read: (text: Text) => string,
): boolean {
  const line = [id, read(standard.title), read(unit.name), place, words].join('\n').toLowerCase();
  return line.includes(sought.trim().toLowerCase());
}
