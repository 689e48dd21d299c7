import { setTimeout as sleep } from 'node:timers/promises';
import { mergeSpecs } from '../../src/procedure/merge-specs.ts';
import type { LogEntry } from '../../src/model/log-entry.ts';
import type { ProcedureSpec } from '../../src/model/procedure-spec.ts';
import type { ProcedureState } from '../../src/model/procedure-state.ts';
import type { ScenarioSource } from '../../src/model/source/scenario-source.ts';
import type { StartRequest } from '../../src/model/start-request.ts';
import { reportMoment, scenarioMoment } from '../../src/simulate/scenario-moment.ts';
import type { ScenarioHost } from '../../src/simulate/run-scenario.ts';
import type { SimulationStart } from '../../src/simulate/simulation.ts';
import type { ActOutcome } from '../../src/worker/client/procedure-gateway.ts';
import type { Engine } from './engine.ts';

let started = 0;

// The domain's clock runs slower than the server's, which skips: the real milliseconds that a loaded machine takes
// for an act are then nothing, and no step is late because of them. Not so slow in a story of months: the server ends
// every workflow after ten years of its own time.
const factorFor = ({ given, when, then }: ScenarioSource, { settings }: ProcedureSpec): number => {
  const { calendar } = settings;
  const report = reportMoment(given.report.at, calendar);
  const moments = [...when, ...then].map(({ at }) => scenarioMoment(at, report, calendar) - report);
  const lasts = Math.max(...moments);
  return lasts > 30 * 86_400_000 ? 1 / 8 : 1 / 50;
};

/** Runs scenarios on the real workflow: the clock is the server's, which skips to where the next thing happens. */
export const temporalHost = (engine: Engine, source: ScenarioSource): ScenarioHost => ({
  // A limit of "at once" counts from when a step opened, which takes its milliseconds.
  toleranceMilliseconds: 5000,
  start: async (start) => {
    started += 1;
    const id = `scenario-${started}`;
    const { release, report, procedure } = start;
    const factor = factorFor(source, release.procedures[procedure] ?? fail());
    const units = start.nextUnits.map((unit, index) => ({
      id: unit,
      kind: 'station',
      title: { zh: unit, en: unit },
      partner: start.nextUnits[index + 1] ?? report.unit,
    }));
    const first = {
      id: report.unit,
      kind: 'station',
      title: { zh: 'A', en: 'A' },
      partner: 'unit-b',
    };
    const roles = Object.values(release.procedures).flatMap((spec) => Object.keys(spec.roles));
    // A unit in which nobody holds a role is not sent for it.
    const people = units.map(({ id: unit }) => ({
      ...{ id: `of-${unit}`, name: { zh: unit, en: unit }, unit, roles: [...new Set(roles)] },
      active: true,
    }));
    await engine.store.directory.replace({ units: [first, ...units], people });
    const wallOrigin = await engine.env.currentTimeMs();
    const clock = { wallOrigin, domainOrigin: report.at, factor };
    const domainNow = async (): Promise<number> =>
      Math.floor(report.at + ((await engine.env.currentTimeMs()) - wallOrigin) * factor);
    // Without continue-as-new: this server lost questions that it gave to a run which then continued as new, and skipped
    // no time any more. test/temporal/continue-as-new.test.ts rehearses it on a real server.
    const gateway = engine.gateway({ clock });
    const entries = new Map<number, LogEntry>();
    let state: ProcedureState | undefined;
    let at = report.at;
    let acts = 0;
    const keep = (outcome: ActOutcome): void => {
      if (outcome.taken) for (const entry of outcome.entries) entries.set(entry.seq, entry);
    };
    const look = async (): Promise<void> => {
      for (let waited = 0; waited < 400; waited += 1) {
        const { effects } = await gateway.unfinished(id);
        if (effects.length === 0) break;
        await sleep(10);
      }
      state = await gateway.view(id);
      for (const each of [id, ...state.started.map((other) => other.id)]) engine.running.add(each);
      for (const entry of await engine.store.log.of(id)) entries.set(entry.seq, entry);
    };
    keep(await gateway.begin(requestOf(id, start)));
    await look();
    return {
      state: () => state ?? fail(),
      spec: () => {
        const { procedure, beside } = state ?? fail();
        return mergeSpecs([procedure, ...beside].map((name) => release.procedures[name] ?? fail()));
      },
      entries: () => [...entries.values()].sort((left, right) => left.seq - right.seq),
      personal: () => [],
      now: () => at,
      advance: async (to) => {
        const now = await domainNow();
        if (to > now) await engine.env.sleep(Math.ceil((to - now) / factor));
        at = Math.max(at, to);
        await look();
      },
      act: async (actor, act, happened = at) => {
        acts += 1;
        const received = Math.max(at, await domainNow());
        const message = {
          id: `${id}/act-${acts}`,
          digest: `${acts}`,
          act,
          actor,
          happened,
          received,
          salt: 's',
        };
        const outcome = await gateway.act(id, message);
        keep(outcome);
        await look();
        return outcome.taken ? undefined : outcome.refusal;
      },
    };
  },
});

const requestOf = (
  id: string,
  { release, procedure, report, registrar }: SimulationStart,
): StartRequest => ({
  id,
  release: release.hash,
  procedure,
  report,
  registrar,
  received: report.at,
  salt: 'salt',
});

const fail = (): never => {
  throw new Error('the scenario has no state yet');
};
