import type { DueLine } from '../../contract/dues-contract.ts';
import type { Instant } from '../../model/instant.ts';
import type { DueRecord } from '../../store/ports/dues.ts';
import type { FoundIncident } from '../access/find-incident.ts';
import { moment } from './moment.ts';
import { procedureTitle, roleTitle, stepTitle } from './title-of.ts';

/**
 * Something late or due soon as a line for who leads. The list is read again at every change, so it shows nothing
 * whose reading has to be written down: where a standard protects names and places, the place is left out.
 */
export function dueLine(found: FoundIncident, record: DueRecord): DueLine {
  const { access, bindings, incident, index, names } = found;
  const { due, place, wants } = record;
  const { what, role, opened } = wantedOf(found, record);
  const binding = Object.hasOwn(bindings, role) ? bindings[role] : undefined;
  return {
    incident: incident.id,
    standard: { id: incident.procedure, title: procedureTitle({ index }, incident.procedure) },
    priority: incident.priority,
    unit: names.unit(incident.unit),
    ...(place !== undefined && !access.isProtected && { place }),
    ...what,
    wants,
    role: { id: role, title: roleTitle({ index }, role) },
    holder: {
      unit: names.unit(binding?.unit ?? incident.unit),
      ...(binding?.person !== undefined && { person: names.person(binding.person) }),
      also: (binding?.also ?? []).map(names.unit),
    },
    ...(opened !== undefined && { opened: moment(opened) }),
    due: moment(due),
    overdueAtOpening: wants === 'do' && record.step?.row.overdueAtOpening === true,
  };
}

interface Wanted {
  readonly what: Pick<DueLine, 'step' | 'changes'>;
  readonly role: string;
  /** Since when it could be done or judged. */
  readonly opened: Instant | undefined;
}

function wantedOf(found: FoundIncident, { step, wants }: DueRecord): Wanted {
  if (step) {
    const { asked, pending, opened } = step.row;
    const what = { step: { id: step.step, title: stepTitle(found, step.step) } };
    if (wants === 'answer' && asked) return { what, role: asked.role, opened: asked.at };
    return wants === 'judge' && pending
      ? { what, role: pending.judge, opened: pending.proposed }
      : { what, role: step.role, opened };
  }
  const { pendingSwitch } = found.incident;
  if (!pendingSwitch) throw new Error(`${found.incident.id} has neither a step nor a switch due`);
  const { at, from, judge, to } = pendingSwitch;
  return {
    what: { changes: { from: procedureTitle(found, from), to: procedureTitle(found, to) } },
    role: judge ?? found.spec.settings.leader,
    opened: at,
  };
}
