import type { IncidentPlace } from '../../store/ports/incidents.ts';

/** A place of the list as it stands in an address. */
export const cursorOf = ({ rank, due, reportedAt, id }: IncidentPlace): string =>
  Buffer.from(JSON.stringify([rank, due, reportedAt, id])).toString('base64url');

/** The place that a cursor names; nothing where it is not one of ours. */
export function placeAt(cursor: string): IncidentPlace | undefined {
  const [rank, due, reportedAt, id] = listIn(Buffer.from(cursor, 'base64url').toString());
  const isPlace =
    isInstant(rank) && (due === null || isInstant(due)) && isInstant(reportedAt) && isId(id);
  return isPlace ? { rank, due, reportedAt, id } : undefined;
}

const isInstant = (value: unknown): value is number => Number.isSafeInteger(value);
const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^\P{C}{1,200}$/u.test(value);

function listIn(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
