import { expect } from 'vitest';
import type { Dossier } from '../../src/contract/dossier-contract.ts';
import type { IncidentList } from '../../src/contract/incident-contract.ts';
import { testIds } from '../../src/web/test-ids.ts';
import { bagFound, begin, follow, walkIn, type Bureau } from '../system/stories.ts';
import { fillReport, fillStep, openStep } from './pages.ts';
import type { Visitor } from './visitor.ts';

/** The values that the officer types into the form of a step: facts, evidence and a note. */
export const stepTyped = {
  value: '600',
  description: '黑色双肩包，内有证件和钥匙',
  evidence: 'YS-31',
  note: '失主明早再来',
};
const formStep = 'describe';

/** An incident whose next step is the form, open in front of the officer and filled in. */
export async function atFilledStep(people: Bureau, officer: Visitor): Promise<string> {
  const incident = await begin(people.officer, walkIn);
  await follow(people, incident, bagFound.slice(0, 6));
  await openStep(officer, incident, formStep);
  await typeStep(officer);
  return incident;
}

/** Opens the same step as another tab would. */
export async function openSame(officer: Visitor, incident: string): Promise<void> {
  await openStep(officer, incident, formStep);
}

export async function typeStep(officer: Visitor, note = stepTyped.note): Promise<void> {
  await fillStep(officer, {
    chosen: { 'lost-or-found': '遗失', 'item-kind': '箱包' },
    typed: { 'item-value': stepTyped.value, 'item-description': stepTyped.description },
    evidence: { 'lost-found-form': stepTyped.evidence },
    note,
  });
}

/** The values that stand in the step's form. */
export async function shownAtStep(officer: Visitor): Promise<typeof stepTyped> {
  const field = (fact: string) =>
    officer.see(testIds.fact(fact)).locator('input, textarea:not([aria-hidden])').inputValue();
  return {
    value: await field('item-value'),
    description: await field('item-description'),
    evidence: await officer.see(testIds.evidence('lost-found-form')).inputValue(),
    note: await officer.see(testIds.note).inputValue(),
  };
}

/** The step was done once: one act, one receipt, and with what was typed. */
export async function expectStepDoneOnce(people: Bureau, incident: string): Promise<void> {
  const { log, steps, facts } = await people.leader.incident(incident);
  const ofStep = log.filter(({ step }) => step === formStep).map(({ kind }) => kind);
  expect(ofStep.filter((kind) => kind === 'act')).toEqual(['act']);
  const { receipts } = await people.leader.read<Dossier>(`/api/incidents/${incident}/dossier`);
  expect(receipts.filter(({ step }) => step === formStep)).toHaveLength(1);
  const step = steps.find(({ id }) => id === formStep);
  expect(step).toMatchObject({ status: 'done', note: stepTyped.note, by: { id: 'cao-anran' } });
  expect(step?.evidence).toMatchObject([{ reference: stepTyped.evidence }]);
  expect(facts.find(({ id }) => id === 'item-description')?.value).toBe(stepTyped.description);
}

const reportTyped = {
  channel: 'Call to 110',
  place: '敦化坊车站',
  name: '贾思远',
  phone: '13000000000',
  way: 'At the scene',
  zone: 'Urban',
};

/** The report form in front of the operator, filled in with these words. */
export async function atFilledReport(operator: Visitor, text: string): Promise<void> {
  await fillReport(operator, { ...reportTyped, text });
}

/** The values that stand in the report form. */
export async function shownInReport(operator: Visitor): Promise<Readonly<Record<string, string>>> {
  const shown = (testId: string) => operator.see(testId).inputValue();
  return {
    text: await shown(testIds.reportText),
    place: await shown(testIds.reportPlace),
    name: await shown(testIds.reporterName),
    phone: await shown(testIds.reporterPhone),
    way: await operator.see(testIds.reportWay).locator('input:checked').inputValue(),
    zone: await operator.see(testIds.reportZone).locator('input:checked').inputValue(),
  };
}

/** The values that the form shows while those words stand in it. */
export const reportShown = (text: string): Readonly<Record<string, string>> => {
  const { place, name, phone } = reportTyped;
  return { text, place, name, phone, way: 'scene', zone: 'urban' };
};

/** The report with these words was registered once, and one incident came of it. */
export async function expectReportedOnce(people: Bureau, text: string): Promise<string> {
  const found = async () => {
    const { incidents } = await people.operator.read<IncidentList>('/api/incidents?limit=200');
    return incidents.filter(({ words }) => words === text).map(({ id }) => id);
  };
  await expect.poll(found, { timeout: 20_000 }).toHaveLength(1);
  const [incident = ''] = await found();
  const { log, reports } = await people.operator.incident(incident);
  expect(reports.map((report) => report.text)).toEqual([text]);
  expect(log.filter(({ kind }) => kind === 'started')).toHaveLength(1);
  return incident;
}
