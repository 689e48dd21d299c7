import type { IncidentList, IncidentView } from '../../contract/incident-contract.ts';
import { atMost } from './at-most.ts';
import type { OfficerAtWork } from './officer-at-work.ts';

const pageSize = 200;
const readsAtOnce = 4;

/** Every incident that somebody of these officers may read, as the one who reads it first sees it. */
export async function allIncidents(
  officers: readonly OfficerAtWork[],
): Promise<readonly { readonly reader: OfficerAtWork; readonly view: IncidentView }[]> {
  const limited = atMost(readsAtOnce);
  const read = (await readable(officers, '')).map(({ id, reader }) =>
    limited(async () => {
      const view = await reader.incident(id);
      return view ? [{ reader, view }] : [];
    }),
  );
  return (await Promise.all(read)).flat();
}

/** Open incidents without an open step: nobody is prompted, something has to be answered first. */
export async function waitingForNobody(
  officers: readonly OfficerAtWork[],
): Promise<readonly { readonly reader: OfficerAtWork; readonly id: string }[]> {
  const open = await readable(officers, '&closed=false');
  return open.filter(({ openSteps }) => openSteps === 0);
}

/** The incidents that one officer of each unit lists, each with the first of them who can read it. */
async function readable(officers: readonly OfficerAtWork[], narrowing: string) {
  const units = new Map(officers.map((officer) => [officer.person.unit, officer]));
  const found = new Map<string, { id: string; openSteps: number; reader: OfficerAtWork }>();
  for (const reader of units.values()) {
    for (const { id, openSteps } of await listOf(reader, narrowing))
      if (!found.has(id)) found.set(id, { id, openSteps, reader });
  }
  return [...found.values()];
}

async function listOf(
  { session }: OfficerAtWork,
  narrowing: string,
): Promise<IncidentList['incidents']> {
  const listed: IncidentList['incidents'] = [];
  let after = '';
  for (;;) {
    const answer = await session.ask({
      path: `/api/incidents?limit=${pageSize}${narrowing}${after}`,
    });
    if (answer?.status !== 200) return listed;
    const { incidents, next } = answer.body as IncidentList;
    listed.push(...incidents);
    if (next === undefined) return listed;
    after = `&after=${next}`;
  }
}
