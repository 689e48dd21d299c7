import type { NewReport } from '../../contract/report-contract.ts';
import type { FactValue } from '../../model/fact-value.ts';
import { fromShanghaiInput } from '../clock/shanghai-input.ts';
import type { ReportDraft } from './report-draft.ts';

/** The report that is sent: only what was given, and only facts that the operator confirmed. */
export function buildReport(draft: ReportDraft, channel: string): NewReport {
  const name = draft.name.trim();
  const phone = draft.phone.trim();
  const at = (draft.at && fromShanghaiInput(draft.at)) || draft.begun;
  const facts = confirmedOf(draft.facts);
  return {
    channel,
    text: draft.text.trim(),
    ...(at ? { at } : {}),
    ...given('unit', draft.unit),
    ...given('zone', draft.zone),
    ...given('handledAt', draft.handledAt),
    ...given('place', draft.place.trim()),
    ...given('incident', draft.incident?.trim()),
    ...(name || phone ? { reporter: { ...given('name', name), ...given('phone', phone) } } : {}),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  };
}

function given<Key extends string>(key: Key, value: string | undefined) {
  return (value ? { [key]: value } : {}) as { readonly [K in Key]?: string };
}

function confirmedOf(facts: ReportDraft['facts']): Record<string, FactValue> {
  const confirmed: Record<string, FactValue> = {};
  for (const [id, value] of Object.entries(facts)) if (value !== undefined) confirmed[id] = value;
  return confirmed;
}
