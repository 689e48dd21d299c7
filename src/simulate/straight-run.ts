import { missingFacts } from '../conditions/missing-facts.ts';
import { localDate } from '../procedure/local-time.ts';
import { roleHere } from '../procedure/role-holder.ts';
import { rolesThatAnswer } from '../procedure/who-answers.ts';
import { nextWake, wakesOf } from '../machine/wakes.ts';
import type { Act } from '../model/act.ts';
import type { Actor } from '../model/actor.ts';
import type { FactValue } from '../model/fact-value.ts';
import type { Instant } from '../model/instant.ts';
import type { ProcedureSpec, StepSpec } from '../model/procedure-spec.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Release } from '../model/release.ts';
import type { StepRow } from '../model/step-row.ts';
import { plausibleAnswer } from './plausible-answer.ts';
import { scenarioActor } from './scenario-act.ts';
import { scenarioReport, scenarioUnit } from './scenario-report.ts';
import { startSimulation, type Simulation } from './simulation.ts';

/** A run in which nobody hesitates, or in which nothing is done before it is late. */
export interface StraightRun {
  readonly simulation: Simulation;
  /** Acts that were refused; none in a procedure that plausible answers lead to its end. */
  readonly refused: readonly {
    readonly at: Instant;
    readonly what: string;
    readonly refusal: Refusal;
  }[];
}

// More acts than any standard has steps: a procedure that never ends is cut off here.
const actsMax = 500;

/** Begins a procedure and answers every prompt at once with the first choice, or (`late`) once all its rungs have fired. */
export const straightRun = async (
  release: Release,
  procedure: string,
  { at, late }: { readonly at: string; readonly late: boolean },
): Promise<StraightRun> => {
  const way = release.procedures[procedure]?.handledAt[0];
  const [zone] = release.zones;
  const [channel = ''] = release.channels;
  const report = {
    at,
    channel,
    ...(zone !== undefined && { zone }),
    ...(way !== undefined && { 'handled-at': way }),
  };
  const simulation = await startSimulation({
    release,
    procedure,
    report: scenarioReport(release, {
      given: { report, confirmed: decidedBefore(release.procedures[procedure]) },
    }),
    registrar: scenarioActor('registrar', scenarioUnit),
    nextUnits: ['unit-b', 'unit-c'],
  });
  const refused: StraightRun['refused'][number][] = [];
  const given = new Set<string>();
  for (let acts = 0; acts < actsMax && simulation.state().table.closed === undefined; acts += 1) {
    if (late) await simulation.advance(allLate(simulation));
    const next = nextAct(simulation, given);
    if (next === undefined) {
      // Only the next occurrence of a repeating step can still move it.
      const wake = nextWake(simulation.spec(), simulation.state());
      if (wake === undefined) break;
      await simulation.advance(wake);
      continue;
    }
    const refusal = await simulation.act(next.actor, next.act);
    if (refusal === undefined) continue;
    given.add(next.what);
    refused.push({ at: simulation.now(), what: next.what, refusal });
  }
  return { simulation, refused };
};

/**
 * The decisions that a procedure which others start is given with the answers of those. Without them, limits by a
 * decision would be unknown. An incident of its own begins with nothing decided.
 */
const decidedBefore = (spec: ProcedureSpec | undefined): Readonly<Record<string, FactValue>> => {
  if (spec === undefined || spec.kind === 'standard' || spec.feedbacks.length > 0) return {};
  const decided = Object.values(spec.facts).filter(
    ({ id, from }) => from === 'decision' && id !== spec.settings.facts.priority,
  );
  return Object.fromEntries(
    decided.flatMap(({ id, answer }) =>
      answer.kind === 'choice' && answer.choices[0] ? [[id, answer.choices[0].value]] : [],
    ),
  );
};

interface NextAct {
  readonly what: string;
  readonly actor: Actor;
  readonly act: Act;
}

/** The next thing to do: judge what is proposed, then the open steps, then facts that nobody asks for, then closing. */
const nextAct = (simulation: Simulation, givenUp: ReadonlySet<string>): NextAct | undefined => {
  const { spec, state } = { spec: simulation.spec(), state: simulation.state() };
  const rows = spec.order.flatMap((id) => state.table.rows[id] ?? []);
  const acts = [
    ...(state.pendingSwitch === undefined
      ? []
      : [judge(simulation, 'switch', state.pendingSwitch.judge.by, { kind: 'agree' })]),
    ...rows.flatMap(({ step, pending }) =>
      pending === undefined
        ? []
        : [judge(simulation, `agree ${step}`, pending.judge, { kind: 'agree', step })],
    ),
    ...openRows(rows).flatMap(({ step }) => {
      const found = spec.steps[step];
      return found === undefined || found.closes ? [] : [doStep(simulation, found)];
    }),
    ...answerMissing(simulation, rows),
    ...openRows(rows).flatMap(({ step }) => {
      const found = spec.steps[step];
      return found?.closes === true ? [doStep(simulation, found)] : [];
    }),
  ];
  return acts.find(({ what }) => !givenUp.has(what));
};

const openRows = (rows: readonly StepRow[]): readonly StepRow[] =>
  rows
    .filter(({ status, pending }) => status === 'open' && pending === undefined)
    .sort((left, right) => (left.due ?? Infinity) - (right.due ?? Infinity));

const doStep = (simulation: Simulation, step: StepSpec): NextAct => {
  const { answers } = simulation.state();
  const asked = step.asks.filter((id) => answers[id] === undefined);
  return {
    what: step.id,
    actor: actorIn(simulation, step.by),
    act: {
      kind: 'do',
      step: step.id,
      facts: answersTo(simulation, asked),
      evidence: step.evidence.map((kind) => ({ kind, reference: 'simulated' })),
      crew: step.crew?.officers ?? 0,
      equipment: step.equipment,
    },
  };
};

const answerMissing = (simulation: Simulation, rows: readonly StepRow[]): readonly NextAct[] => {
  const { spec, state } = { spec: simulation.spec(), state: simulation.state() };
  const missing = rows
    .filter(({ status }) => status === 'undecided')
    .flatMap(({ step }) => spec.conditions[spec.steps[step]?.when ?? -1] ?? [])
    .flatMap((condition) => missingFacts(condition, state.answers));
  // A fact that a waiting step asks will be answered there; a decided fact is never answered.
  const asked = new Set(
    rows
      .filter(({ status }) => status === 'waiting' || status === 'open')
      .flatMap(({ step }) => spec.steps[step]?.asks ?? []),
  );
  return [...new Set(missing)]
    .filter(
      (id) => !asked.has(id) && spec.facts[id] !== undefined && spec.facts[id]?.from !== 'decision',
    )
    .map((id) => ({
      what: `answer ${id}`,
      actor: actorIn(simulation, rolesThatAnswer(spec, state, id)?.[0] ?? spec.settings.leader),
      act: { kind: 'answer', facts: answersTo(simulation, [id]) },
    }));
};

const answersTo = (
  simulation: Simulation,
  ids: readonly string[],
): Readonly<Record<string, FactValue>> => {
  const { spec, state } = { spec: simulation.spec(), state: simulation.state() };
  const time = `${localDate(state.calendar, simulation.now())}T00:00`;
  const here = { procedure: state.procedure, unit: state.unit, person: 'person-1', time };
  return Object.fromEntries(
    ids.flatMap((id) => {
      const fact = spec.facts[id];
      return fact === undefined ? [] : [[id, plausibleAnswer(fact, here)]];
    }),
  );
};

const judge = (simulation: Simulation, what: string, role: string, act: Act): NextAct => {
  const actor = actorIn(simulation, role);
  // Never the person who proposed it, also where the role is the same.
  return { what, actor: { ...actor, person: `${actor.person}-2` }, act };
};

const actorIn = (simulation: Simulation, role: string): Actor => {
  const state = simulation.state();
  const here = roleHere(simulation.spec(), state, role);
  const { unit = state.unit, person = here } = state.bindings[here] ?? {};
  return { person, unit, roles: [here], reach: [unit, state.unit] };
};

/** When all that can be late now is late, and has been passed up to the top. */
const allLate = (simulation: Simulation): Instant => {
  const wakes = wakesOf(simulation.spec(), simulation.state());
  const late = wakes.filter(({ what }) => what.kind !== 'next').map(({ at }) => at);
  return Math.max(simulation.now(), ...late);
};
