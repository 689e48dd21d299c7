import type { IncidentList, IncidentView } from '../../contract/incident-contract.ts';
import { atMost } from './at-most.ts';
import type { OfficerAtWork } from './officer-at-work.ts';

const pageSize = 200;
const readsAtOnce = 4;

/** Every incident that somebody of these officers may read, as the one who reads it first sees it. */
export async function allIncidents(
  officers: readonly OfficerAtWork[],
): Promise<readonly { readonly reader: OfficerAtWork; readonly view: IncidentView }[]> {
  const readers = new Map<string, OfficerAtWork>();
  for (const officer of officers) {
    for (const id of await readable(officer)) if (!readers.has(id)) readers.set(id, officer);
  }
  const limited = atMost(readsAtOnce);
  const read = [...readers].map(([id, reader]) =>
    limited(async () => {
      const view = await reader.incident(id);
      return view ? [{ reader, view }] : [];
    }),
  );
  return (await Promise.all(read)).flat();
}

async function readable({ session }: OfficerAtWork): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const path = `/api/incidents?limit=${pageSize}&offset=${ids.length}`;
    const answer = await session.ask({ path });
    if (answer?.status !== 200) return ids;
    const { incidents } = answer.body as IncidentList;
    ids.push(...incidents.map(({ id }) => id));
    if (incidents.length < pageSize) return ids;
  }
}
