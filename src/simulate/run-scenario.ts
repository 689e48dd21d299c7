import { classifyReport } from '../decide/classify-report.ts';
import type { Decision } from '../model/decision.ts';
import type { DocumentPath } from '../model/diagnostic.ts';
import type { Instant } from '../model/instant.ts';
import type { LogEntry } from '../model/log-entry.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Release } from '../model/release.ts';
import type { ScenarioSource, WhenSource } from '../model/source/scenario-source.ts';
import { checkThen } from './check-then.ts';
import type { Mismatch } from './mismatch.ts';

import { scenarioAct, scenarioActor, whoAndWhat } from './scenario-act.ts';
import { scenarioMoment } from './scenario-moment.ts';
import { releaseSettings, scenarioReport } from './scenario-report.ts';
import { startSimulation, type Simulation, type SimulationStart } from './simulation.ts';

/** The outcome of a scenario. */
export interface ScenarioRun {
  readonly mismatches: readonly Mismatch[];
  readonly entries: readonly LogEntry[];
  readonly decision?: Decision;
}

/** The host of a scenario: the virtual clock, or another host that conducts procedures the same way. */
export interface ScenarioHost {
  readonly start: (start: SimulationStart) => Promise<Simulation>;
  /** The most that instants may be off where the host's clock is not virtual. */
  readonly toleranceMilliseconds: number;
}

const virtual: ScenarioHost = { start: startSimulation, toleranceMilliseconds: 0 };

/** Runs a scenario, on a virtual clock unless told otherwise: acts and checks by their moments, checks after acts. */
export const runScenario = async (
  release: Release,
  of: string,
  scenario: ScenarioSource,
  host: ScenarioHost = virtual,
): Promise<ScenarioRun> => {
  const settings = releaseSettings(release);
  const report = scenarioReport(release, scenario);
  const decision =
    release.classification === undefined
      ? undefined
      : (await classifyReport(release, report)).decision;
  const registrar = scenarioActor('registrar', report.unit);
  const procedure = scenario.given.procedure ?? of;
  const simulation = await host.start({
    release,
    procedure,
    report,
    registrar,
    nextUnits: ['unit-b', 'unit-c'],
  });
  const { toleranceMilliseconds } = host;
  const mismatches: Mismatch[] = [];
  const moment = (text: string): Instant => scenarioMoment(text, report.at, settings.calendar);
  const lines = [
    ...scenario.when.map((line, index) => ({ at: moment(line.at), rank: 0, index, line })),
    ...scenario.then.map((then, index) => ({ at: moment(then.at), rank: 1, index, then })),
  ].sort((left, right) => left.at - right.at || left.rank - right.rank || left.index - right.index);
  for (const each of lines) {
    await simulation.advance(each.at);
    if ('line' in each) {
      mismatches.push(...(await actLine(simulation, scenario, each.index, report.unit, moment)));
    } else {
      mismatches.push(
        ...checkThen({ simulation, decision, moment, toleranceMilliseconds }, each.then, [
          'then',
          each.index,
        ]),
      );
    }
  }
  return {
    mismatches,
    entries: simulation.entries(),
    ...(decision === undefined ? {} : { decision }),
  };
};

const actLine = async (
  simulation: Simulation,
  { given, when }: ScenarioSource,
  index: number,
  unit: string,
  moment: (text: string) => Instant,
): Promise<readonly Mismatch[]> => {
  const line = when[index]!;
  const actor = scenarioActor(whoAndWhat(line).role, unit, line.as, given.beats);
  const happened = line.happened === undefined ? undefined : moment(line.happened);
  const refusal = await simulation.act(actor, scenarioAct(line, simulation.spec()), happened);
  return checkRefusal(line, refusal, ['when', index]);
};

const checkRefusal = (
  { refused }: WhenSource,
  refusal: Refusal | undefined,
  path: DocumentPath,
): readonly Mismatch[] => {
  if (refused === undefined) {
    return refusal === undefined
      ? []
      : [{ path, expected: 'taken', found: `refused: ${describe(refusal)}` }];
  }
  const at = [...path, 'refused'];
  const wanted = typeof refused === 'string' ? { code: refused } : refused;
  if (refusal === undefined)
    return [{ path: at, expected: String(wanted['code']), found: 'taken' }];
  const given = refusal as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(wanted)
    .filter(([key, value]) => JSON.stringify(sorted(given[key])) !== JSON.stringify(sorted(value)))
    .map(([key, value]) => ({
      path: typeof refused === 'string' ? at : [...at, key],
      expected: `${key}: ${words(value)}`,
      found: `${key}: ${words(given[key])}`,
    }));
};

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? [...value].sort() : (value ?? []);
const words = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '—');
const describe = ({ code, message, missing }: Refusal): string =>
  `${code} (${message.en}${missing === undefined ? '' : `: ${missing.join(', ')}`})`;
