import type { PromptView } from '../../contract/prompt-contract.ts';
import { instantOf } from '../../model/read-time.ts';
import { writeMoment } from '../../model/write-moment.ts';
import type { OfficerAtWork, Sent } from './officer-at-work.ts';
import type { Plan } from './plan-prompt.ts';

/** Does what was planned for a prompt, with the mistakes that come before it and after. */
export async function doPlanned(
  officer: OfficerAtWork,
  { incident, step }: PromptView,
  { act, mistakes, thenCloses, writtenLater }: Plan,
  now: () => number,
): Promise<Sent> {
  const [incidentPath, stepPath] = [`/api/incidents/${incident}`, pathOf(incident, step.id)];
  for (const mistake of mistakes) {
    if (mistake === 'wrong-order') await tryWrongOrder(officer, incident);
    else await officer.send(stepPath, { action: 'do' });
  }
  if (step.closes && act.action === 'do') return officer.send(`${incidentPath}/close`, {});
  const happened =
    writtenLater === undefined
      ? {}
      : { happened: writeMoment(Math.max(now() - writtenLater, openedOf(step))) };
  const sent = await officer.send(stepPath, { ...act, ...happened });
  if (thenCloses && sent.outcome === 'taken') await officer.send(`${incidentPath}/close`, {});
  return sent;
}

// A step of one's own that waits for others, if there is one.
async function tryWrongOrder(officer: OfficerAtWork, incident: string): Promise<void> {
  const view = await officer.incident(incident);
  const waiting = view?.steps.find(
    ({ status, role }) => status === 'waiting' && officer.person.roles.includes(role.id),
  );
  if (waiting) await officer.send(pathOf(incident, waiting.id), { action: 'do' });
}

const pathOf = (incident: string, step: string) => `/api/incidents/${incident}/steps/${step}`;

const openedOf = ({ opened }: PromptView['step']): number =>
  opened === undefined ? -Infinity : instantOf(opened);
