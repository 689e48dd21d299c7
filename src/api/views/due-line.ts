import type { DueLine } from '../../contract/dues-contract.ts';
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
  const { due, place, step, wants } = record;
  const { row } = step;
  const role = (wants === 'judge' && row.pending?.judge) || step.role;
  const binding = Object.hasOwn(bindings, role) ? bindings[role] : undefined;
  const opened = wants === 'judge' ? row.pending?.proposed : row.opened;
  return {
    incident: incident.id,
    standard: { id: incident.procedure, title: procedureTitle({ index }, incident.procedure) },
    priority: incident.priority,
    unit: names.unit(incident.unit),
    ...(place !== undefined && !access.isProtected && { place }),
    step: { id: step.step, title: stepTitle(found, step.step) },
    wants,
    role: { id: role, title: roleTitle({ index }, role) },
    holder: {
      unit: names.unit(binding?.unit ?? incident.unit),
      ...(binding?.person !== undefined && { person: names.person(binding.person) }),
      also: (binding?.also ?? []).map(names.unit),
    },
    ...(opened !== undefined && { opened: moment(opened) }),
    due: moment(due),
    overdueAtOpening: wants === 'do' && row.overdueAtOpening === true,
  };
}
