import type { ProblemPlace } from '../diagnostics/problem-place.ts';
import { unknownInScenario, type ScenarioNameKind } from '../diagnostics/scenario-problems.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { Sourced, SourceTree } from '../model/source-tree.ts';
import type { ScenarioSource } from '../model/source/scenario-source.ts';
import { atKey } from './at-key.ts';
import type { Catalog } from './catalog.ts';
import { checkGiven } from './check-given.ts';
import { checkScenarioTimes } from './check-scenario-times.ts';
import { checkThen } from './check-then.ts';
import { checkValue } from './check-value.ts';
import { checkWhen } from './check-when.ts';
import { inside } from './inside.ts';
import type { ScenarioContext } from './scenario-context.ts';

/** Checks that a scenario names only what there is: steps of its procedure or of one that it can come to. */
export function checkScenario(
  scenario: SourceTree['scenarios'][number],
  procedures: readonly ProcedureSpec[],
  catalog: Catalog,
): void {
  const { file, source } = scenario;
  const context = contextOf(scenario, procedures, catalog);
  checkReport(scenario, context);
  const localOffset = catalog.settings.calendar.utcOffsetMinutes;
  checkScenarioTimes(source, file, { localOffset, report: catalog.report });
  checkGiven(source.given.confirmed, { file, path: ['given', 'confirmed'] }, catalog);
  for (const [index, line] of source.when.entries()) {
    checkWhen(line, { file, path: ['when', index] }, context);
  }
  for (const [index, line] of source.then.entries()) {
    checkThen(line, { file, path: ['then', index] }, context);
  }
}

function contextOf(
  { source, of }: SourceTree['scenarios'][number],
  procedures: readonly ProcedureSpec[],
  catalog: Catalog,
): ScenarioContext {
  const id = source.given.procedure ?? of;
  const reached = reachable(id, procedures);
  return {
    catalog,
    procedures: procedures.map((procedure) => procedure.id),
    steps: new Set(reached.flatMap(({ order }) => order)),
    limited: limitedIn(reached),
    switches: new Set(reached.flatMap(({ switches }) => switches.map((change) => change.id))),
    handledAt: procedures.find((procedure) => procedure.id === id)?.handledAt ?? [],
    check: (kind: ScenarioNameKind, place: ProblemPlace, name: string, known: Iterable<string>) => {
      const candidates = [...known];
      if (!candidates.includes(name))
        catalog.report(unknownInScenario(kind, place, name, candidates));
    },
  };
}

/** A second person may be late too, and so may an occurrence. */
function limitedIn(procedures: readonly ProcedureSpec[]): ReadonlyMap<string, boolean> {
  const limited = new Map<string, boolean>();
  for (const { steps } of procedures) {
    for (const { id, due, approve, confirm, repeat } of Object.values(steps)) {
      const has = [due, approve, confirm, repeat].some((each) => each !== undefined);
      limited.set(id, has || limited.get(id) === true);
    }
  }
  return limited;
}

/** A procedure and those that a switch or an addition leads to; where a fact names the next, any can be. */
function reachable(id: string, procedures: readonly ProcedureSpec[]): readonly ProcedureSpec[] {
  const found = new Map<string, ProcedureSpec>();
  const visit = (name: string): void => {
    const procedure = procedures.find((candidate) => candidate.id === name);
    if (!procedure || found.has(name)) return;
    found.set(name, procedure);
    for (const { procedure: beside } of procedure.also) visit(beside);
    for (const { to } of procedure.switches) {
      // Where it leads is told where it is written: here any step may be meant.
      const isKnown = typeof to === 'string' && procedures.some(({ id: known }) => known === to);
      if (isKnown) visit(to);
      else for (const any of procedures) visit(any.id);
    }
  };
  visit(id);
  return [...found.values()];
}

function checkReport(
  { file, source: { given } }: Sourced<ScenarioSource>,
  { check, catalog, procedures, handledAt }: ScenarioContext,
): void {
  const { vocabulary } = catalog;
  const place = { file, path: ['given', 'report'] };
  const { channel, zone, 'handled-at': way } = given.report;
  check('channel', inside(place, 'channel'), channel, Object.keys(vocabulary.channels));
  if (zone !== undefined) check('zone', inside(place, 'zone'), zone, Object.keys(vocabulary.zones));
  if (way !== undefined) check('way', inside(place, 'handled-at'), way, handledAt);
  if (given.procedure !== undefined) {
    check('procedure', { file, path: ['given', 'procedure'] }, given.procedure, procedures);
  }
  const { facts, settings, outcomes: standards, report } = catalog;
  const beatFact = facts.all.get(settings.facts.beat ?? '')?.value;
  for (const beat of Object.keys(given.beats ?? {})) {
    const at = atKey({ file, path: ['given', 'beats', beat] });
    if (beatFact) checkValue(beatFact, beat, at, { standards, report });
  }
}
