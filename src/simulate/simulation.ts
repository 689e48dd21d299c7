import { verdict } from '../decide/verdict.ts';
import {
  conductAct,
  conductBegin,
  conducted,
  performEffect,
  settle,
  type Decide,
} from '../machine/acts/conduct.ts';
import { seal, startProgress, type Progress } from '../machine/acts/progress.ts';
import { conditionsKey } from '../machine/conditions-key.ts';
import type { Stepping } from '../machine/step.ts';
import { steppingOf } from '../machine/stepping-of.ts';
import { nextWake } from '../machine/wakes.ts';
import type { Act } from '../model/act.ts';
import type { Actor } from '../model/actor.ts';
import type { Effect } from '../model/effect.ts';
import type { Instant } from '../model/instant.ts';
import type { LogEntry, PersonalValue } from '../model/log-entry.ts';
import type { ProcedureSpec } from '../model/procedure-spec.ts';
import type { ProcedureState } from '../model/procedure-state.ts';
import type { Refusal } from '../model/refusal.ts';
import type { StartRequest } from '../model/start-request.ts';
import type { Release } from '../model/release.ts';

/** The input that a simulation starts from. */
export interface SimulationStart extends Pick<StartRequest, 'procedure' | 'report' | 'registrar'> {
  readonly release: Release;
  /** The units that can be sent, one after the other, when escalation sends the next. */
  readonly nextUnits: readonly string[];
}

/** A procedure on a virtual clock: the very functions that the workflow runs, without a server. */
export interface Simulation {
  readonly state: () => ProcedureState;
  readonly spec: () => ProcedureSpec;
  readonly entries: () => readonly LogEntry[];
  /** Personal values, which stand beside the log. */
  readonly personal: () => readonly PersonalValue[];
  readonly now: () => Instant;
  /** Lets the clock run; everything that is due on the way happens at its own instant. */
  readonly advance: (to: Instant) => Promise<void>;
  /** Lets somebody act now. `happened` is now when absent. */
  readonly act: (actor: Actor, act: Act, happened?: Instant) => Promise<Refusal | undefined>;
}

const decideBy =
  (release: Release): Decide =>
  ({ spec, answers, ruleSets: ids }) => {
    const ruleSets = ids.map((id) => known(release.ruleSets[id], `rule set ${id}`));
    const { conditions, settings } = spec;
    const key = `${release.hash}/${conditionsKey(conditions)}/${ids.join('+')}`;
    return verdict({ key, conditions, ruleSets, answers, onlyLowered: settings.facts.priority });
  };

const requestOf = ({ release, procedure, report, registrar }: SimulationStart): StartRequest => ({
  id: `simulated-${procedure}`,
  release: release.hash,
  procedure,
  report,
  registrar,
  received: report.at,
  salt: 'simulated',
});

/** Begins a procedure on a virtual clock that stands at the report. */
export const startSimulation = async (start: SimulationStart): Promise<Simulation> => {
  const { release } = start;
  const decide = decideBy(release);
  let clock = start.report.at;
  let on: Stepping = steppingOf([known(release.procedures[start.procedure], start.procedure)]);
  let state: ProcedureState | undefined;
  let entries: readonly LogEntry[] = [];
  let personal: readonly PersonalValue[] = [];
  let acts = 0;
  let units = start.nextUnits;
  const begun = (): ProcedureState => known(state, 'state');

  const keep = async (progress: Progress): Promise<void> => {
    const outcome = seal(progress);
    on = progress.on;
    state = outcome.state;
    entries = [...entries, ...outcome.entries];
    personal = [...personal, ...outcome.personal];
    for (let [effect] = state.asked; effect !== undefined; [effect] = begun().asked) {
      await perform(effect);
    }
  };
  const perform = async (effect: Effect): Promise<void> => {
    const change = await performEffect(effect, begun(), {
      loadSpec: async (procedure) => known(release.procedures[procedure], procedure),
      nextUnit: async () => {
        const [next, ...rest] = units;
        units = rest;
        return next ?? null;
      },
      startProcedure: async ({ id, procedure }) => id ?? `${procedure}:shared`,
    });
    await keep(await conducted(change(startProgress(on, begun(), clock)), decide));
  };

  await keep(await conducted(conductBegin(on, requestOf(start)), decide));
  return {
    state: begun,
    spec: () => on.spec,
    entries: () => entries,
    personal: () => personal,
    now: () => clock,
    advance: async (to) => {
      for (;;) {
        const wake = nextWake(on.spec, begun());
        if (wake === undefined || wake > to) break;
        clock = Math.max(clock, wake);
        await keep(await conducted(settle(startProgress(on, begun(), clock)), decide));
      }
      clock = Math.max(clock, to);
    },
    act: async (actor, act, happened = clock) => {
      acts += 1;
      const id = `act-${acts}`;
      const message = { id, digest: id, act, actor, happened, received: clock, salt: 'simulated' };
      const acting = conductAct(startProgress(on, begun(), clock), message);
      const outcome = await conducted(acting, decide);
      if ('refusal' in outcome) return outcome.refusal;
      await keep(outcome.progress);
      return undefined;
    },
  };
};

const known = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new Error(`the release has no ${name}`);
  return value;
};
