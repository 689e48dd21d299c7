import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRelease } from '../../../../src/cli/load-release.ts';
import { readOfficerScript } from '../../../../src/cli/officers/read-officer-script.ts';
import { readSamplePeople } from '../../../../src/cli/officers/sample-people.ts';
import { readReports } from '../../../../src/cli/reports/read-reports.ts';
import { classify } from '../../../../src/decide/classify.ts';
import type { FactSpec } from '../../../../src/model/fact-spec.ts';
import type { FactValue } from '../../../../src/model/fact-value.ts';

// The samples have to fit the standards: a misspelt name would change nothing, and nobody would see it.
const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = join(root, 'samples/reports');
const { release } = await loadRelease(root);
if (!release) throw new Error('the standards are wrong: run check');
const procedures = Object.values(release.procedures);
const facts = new Map<string, FactSpec[]>();
for (const procedure of [...procedures, release])
  for (const fact of Object.values(procedure.facts))
    facts.set(fact.id, [...(facts.get(fact.id) ?? []), fact]);
const { units } = parse(readFileSync(join(root, 'samples/units.yaml'), 'utf8')) as {
  readonly units: readonly { readonly id: string }[];
};
const people = await readSamplePeople(root);
const script = await readOfficerScript(join(root, 'samples/officers.yaml'));
const told = readdirSync(folder).flatMap((file) =>
  readReports(file, readFileSync(join(folder, file), 'utf8')).map((read) => {
    if ('reason' in read) throw new Error(`${file}:${read.line} ${read.reason.en}`);
    return { ...read.told, place: `${file}:${read.line}` };
  }),
);

const fits = ({ answer }: FactSpec, value: FactValue): boolean => {
  switch (answer.kind) {
    case 'choice':
      return answer.choices.some((choice) => choice.value === String(value));
    case 'number':
      return Number(value) >= answer.min && Number(value) <= answer.max; // a key with its weight is a text
    case 'text':
      return typeof value === 'string';
    case 'time':
      return typeof value === 'string';
    case 'standards':
      return release.procedures[String(value)] !== undefined;
    case 'units':
      return units.some(({ id }) => id === value);
    case 'persons':
      return people.some(({ id }) => id === value);
  }
};
const wrong = (answers: Readonly<Record<string, FactValue>>) =>
  Object.entries(answers)
    .filter(([fact, value]) => !(facts.get(fact) ?? []).some((spec) => fits(spec, value)))
    .map(([fact, value]) => `${fact}: ${value}`);

test('reports say only what the standards ask, of units that there are', () => {
  const problems = told.flatMap(({ place, report, confirmed, 'turns-out': turnsOut = {} }) =>
    [
      ...wrong(confirmed),
      ...wrong(turnsOut),
      ...(units.some(({ id }) => id === report.unit) ? [] : [`unit: ${report.unit}`]),
      ...(release.channels.includes(report.channel ?? '') ? [] : [`channel: ${report.channel}`]),
    ].map((problem) => `${place} ${problem}`),
  );
  expect(problems).toEqual([]);
});

test('two hundred reports and more, each in words of its own, over all the hours of a day', () => {
  const words = told.map(({ report }) => `${report.text} ${report.place}`);
  expect(told.length).toBeGreaterThanOrEqual(200);
  expect(new Set(words).size).toBe(words.length);
  const hours = new Set(told.map(({ report }) => report.at?.slice(-5, -3)));
  expect(hours.size).toBe(24);
});

test('every standard has its reports, and some fit none', async () => {
  const chosen = new Map<string, number>();
  for (const { report, confirmed } of told) {
    const { channel = '', zone, 'handled-at': way } = report;
    const known = {
      ...confirmed,
      channel,
      ...(zone && { zone }),
      ...(way && { 'handled-at': way }),
    };
    const { outcome } = await classify(release, known, '2026-03-02');
    const standard = String(outcome);
    chosen.set(standard, (chosen.get(standard) ?? 0) + 1);
    const ways = release.procedures[standard]?.handledAt ?? [];
    expect(ways, `${report.text} (${standard})`).toContain(way);
  }
  const standards = procedures.filter(({ kind }) => kind === 'standard').map(({ id }) => id);
  for (const id of standards) expect([id, (chosen.get(id) ?? 0) >= 5]).toEqual([id, true]);
  const placed = standards.reduce((sum, id) => sum + (chosen.get(id) ?? 0), 0);
  expect(told.length - placed).toBeGreaterThanOrEqual(10);
  if (process.env['SHOW']) console.log(Object.fromEntries(chosen));
});

test('the officers know only what there is', () => {
  const steps = new Set(procedures.flatMap(({ order }) => order));
  const roles = new Set(procedures.flatMap((procedure) => Object.keys(procedure.roles)));
  const reasons = new Set(procedures.flatMap((procedure) => Object.keys(procedure.reasons)));
  const rows = [script.takes, script.late, script.ignored ?? [], script.deviations].flat();
  const unknown = [
    ...rows.flatMap(({ steps: named = [] }) => named.filter((id) => !steps.has(id))),
    ...rows.flatMap(({ roles: named = [] }) => named.filter((id) => !roles.has(id))),
    ...script.deviations.map(({ reason }) => reason).filter((id) => !reasons.has(id)),
    ...script['stands-in']
      .map(({ person }) => person)
      .filter((id) => !people.some((each) => each.id === id)),
    ...script['present-standard'].filter((id) => !facts.has(id)),
    ...Object.keys(script['answers-in'] ?? {}).filter((id) => release.procedures[id] === undefined),
  ];
  expect(unknown).toEqual([]);
  const scripted = [script.answers, ...Object.values(script['answers-in'] ?? {})];
  const values = scripted.flatMap((answers) =>
    Object.entries(answers).flatMap(([fact, answer]) =>
      Array.isArray(answer)
        ? wrong({ [fact]: answer[0] as number })
        : typeof answer === 'object'
          ? Object.keys(answer).flatMap((value) => wrong({ [fact]: value }))
          : wrong({ [fact]: answer as FactValue }),
    ),
  );
  expect(values).toEqual([]);
});
