import { factsOf } from '../conditions/facts-of.ts';
import type { FactSpec } from '../model/fact-spec.ts';
import type { ProcedureSpec, SecondPersonSpec } from '../model/procedure-spec.ts';
import type { RoleSpec } from '../model/role-spec.ts';
import { asList } from './as-list.ts';
import type { Catalog } from './catalog.ts';
import type { FactScope } from './fact-scope.ts';
import type { UnlabelledSpec } from './unlabelled-spec.ts';
import { usedRuleSets } from './used-rule-sets.ts';

/** Adds what the ids of a procedure stand for: as much as it uses, and no more. */
export function withLabels(
  spec: UnlabelledSpec,
  facts: FactScope,
  catalog: Catalog,
): ProcedureSpec {
  const { vocabulary, settings } = catalog;
  const steps = Object.values(spec.steps);
  const ladders = laddersOf(spec, catalog);
  const categoryTitle =
    spec.category === undefined ? undefined : vocabulary.categories[spec.category];
  return {
    ...spec,
    ...(categoryTitle && { categoryTitle }),
    facts: factsUsed(spec, facts, catalog),
    ladders,
    roles: rolesUsed(spec, ladders, catalog),
    parts: pick(
      Object.fromEntries([...catalog.parts].map(([id, { source }]) => [id, source.title])),
      steps.flatMap(({ part }) => asList(part)),
    ),
    evidence: pick(
      vocabulary.evidence,
      steps.flatMap((step) => step.evidence),
    ),
    equipment: pick(
      vocabulary.equipment,
      steps.flatMap((step) => step.equipment),
    ),
    reasons: vocabulary.reasons,
    bases: pick(vocabulary.bases, basesUsed(spec, ladders, catalog)),
    settings,
  };
}

/** The entries of the used ids, sorted: the order of use is no part of the content. */
function pick<Value>(
  entries: Readonly<Record<string, Value>>,
  used: Iterable<string>,
): Readonly<Record<string, Value>> {
  const ids = [...new Set(used)].filter((id) => Object.hasOwn(entries, id)).sort();
  return Object.fromEntries(ids.map((id) => [id, entries[id]!]));
}

function secondPersonsOf({ steps, switches }: UnlabelledSpec): readonly SecondPersonSpec[] {
  return [
    ...Object.values(steps).flatMap(({ approve, confirm }) =>
      [approve ?? [], confirm ?? []].flat(),
    ),
    ...switches.map(({ approve }) => approve),
  ];
}

function laddersOf(spec: UnlabelledSpec, { ladders, settings, defaultLadder }: Catalog) {
  return pick(Object.fromEntries(ladders), [
    ...Object.values(spec.steps).map(({ late }) => late),
    ...secondPersonsOf(spec).map(({ late }) => late),
    settings.secondPersonLate,
    defaultLadder,
  ]);
}

function rolesUsed(
  spec: UnlabelledSpec,
  ladders: ProcedureSpec['ladders'],
  { vocabulary: { roles }, settings }: Catalog,
): Readonly<Record<string, RoleSpec>> {
  const named = [
    settings.leader,
    ...secondPersonsOf(spec).map(({ by }) => by),
    ...Object.values(ladders).flatMap(({ rungs }) => rungs.flatMap(({ tell }) => tell)),
    ...Object.values(spec.steps).flatMap((step) => [
      step.by,
      ...(step.extend ? [step.extend.by] : []),
      ...step.tell.map(({ who }) => who),
      ...(step.corrects ?? []),
      ...step.binds.map(({ role }) => role),
    ]),
  ];
  const used = new Set<string>();
  const use = (role: string): void => {
    if (used.has(role)) return;
    used.add(role);
    Object.values(roles[role]?.is ?? {}).forEach(use);
  };
  named.forEach(use);
  return pick(roles, used);
}

function basesUsed(
  spec: UnlabelledSpec,
  ladders: ProcedureSpec['ladders'],
  catalog: Catalog,
): readonly string[] {
  return [
    ...catalog.settingsBasis,
    ...spec.basis,
    ...spec.also.flatMap(({ basis }) => basis),
    ...spec.switches.flatMap(({ basis }) => basis),
    ...secondPersonsOf(spec).flatMap(({ due }) => due?.basis ?? []),
    ...Object.values(ladders).flatMap(({ rungs }) => rungs.flatMap(({ basis }) => basis)),
    ...Object.values(spec.steps).flatMap(({ basis, due, extend }) => [
      ...basis,
      ...(due?.basis ?? []),
      ...(extend?.basis ?? []),
    ]),
    ...usedRuleSets(spec, catalog).flatMap(({ basis, rows }) => [
      ...basis,
      ...rows.flatMap((row) => row.basis),
    ]),
  ];
}

function factsUsed(
  spec: UnlabelledSpec,
  facts: FactScope,
  catalog: Catalog,
): Readonly<Record<string, FactSpec>> {
  const { priority, zone, handledAt, beat } = catalog.settings.facts;
  const used = [
    ...[priority, zone, handledAt],
    ...asList(beat),
    ...spec.conditions.flatMap(factsOf),
    ...spec.switches.flatMap(({ to }) => (typeof to === 'object' ? [to.fact] : [])),
    ...Object.values(spec.steps).flatMap((step) => [
      ...step.asks,
      ...step.mayAsk,
      ...(step.due?.limit.kind === 'table' ? step.due.limit.by : []),
      ...step.starts.flatMap(({ onePer }) => (typeof onePer === 'object' ? [onePer.fact] : [])),
      ...step.binds.flatMap((bind) => (bind.to === 'unit' ? [bind.fact] : [])),
    ]),
    ...usedRuleSets(spec, catalog).flatMap(({ decides, rows }) => [
      decides,
      ...rows.flatMap(({ when }) => factsOf(when)),
    ]),
  ];
  const specs = [...facts].map(([id, { value }]) => [id, value] as const);
  return pick(Object.fromEntries(specs), asList(used));
}
