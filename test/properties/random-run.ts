import fc from 'fast-check';
import type { Act } from '../../src/model/act.ts';
import type { ProcedureSpec } from '../../src/model/procedure-spec.ts';
import type { ProcedureState } from '../../src/model/procedure-state.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { startSimulation, type Simulation } from '../../src/simulate/simulation.ts';
import {
  actOf,
  judgedSpec,
  judgingActs,
  randomActs,
  randomSpec,
  releaseOf,
  type RandomAct,
} from './random-procedure.ts';

export const minute = 60_000;
export const report = {
  report: 'r',
  at: Date.UTC(2026, 8, 28),
  channel: '110',
  unit: 'u',
  facts: {},
};

export const begin = (spec: ProcedureSpec): Promise<Simulation> =>
  startSimulation({
    release: releaseOf(spec),
    procedure: spec.id,
    report,
    registrar: scenarioActor('registrar', 'u'),
    nextUnits: ['unit-b'],
  });

export const perform = async (
  simulation: Simulation,
  random: RandomAct,
): Promise<{ readonly act: Act; readonly taken: boolean }> => {
  const { role, person, back } = random;
  const happened = Math.max(report.at, simulation.now() - back * minute);
  const act = actOf(random, simulation.state());
  const refusal = await simulation.act(scenarioActor(role, 'u', { person }), act, happened);
  return { act, taken: refusal === undefined };
};

export const wait = (simulation: Simulation, { minutes }: RandomAct): Promise<void> =>
  simulation.advance(simulation.now() + minutes * minute);

// A step that repeats every ten minutes through waits of two days fills a log with thousands of entries alike, and
// takes most of the time: what can go wrong shows long before.
export const entriesMax = 300;

// More of them by hand, after a change of the machine: PROPERTY_RUNS=1000.
export const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);
export const timeout = 120_000 + numRuns * 1000;

export interface Looked {
  readonly simulation: Simulation;
  readonly spec: ProcedureSpec;
  readonly before: ProcedureState;
  readonly act: Act;
  readonly taken: boolean;
  readonly person: string;
}

/** Lets random people do random things to random procedures, and looks after each act and at the end. */
export const holdsFor = (look: {
  readonly afterEach?: (looked: Looked) => void;
  readonly atEnd?: (simulation: Simulation, spec: ProcedureSpec) => void;
  /** Procedures that ask and judge much, and people who answer and judge much. */
  readonly judging?: true;
}): Promise<void> => {
  const specs = look.judging ? judgedSpec : randomSpec;
  const drawn = look.judging ? judgingActs : randomActs;
  return fc.assert(
    fc.asyncProperty(specs, drawn, async (spec, acts) => {
      const simulation = await begin(spec);
      for (const random of acts) {
        if (simulation.entries().length > entriesMax) break;
        await wait(simulation, random);
        const before = simulation.state();
        const { person } = random;
        const performed = await perform(simulation, random);
        look.afterEach?.({ simulation, spec, before, person, ...performed });
      }
      look.atEnd?.(simulation, spec);
    }),
    // Acts that have to be answered, agreed to and answered otherwise come about seldom.
    { numRuns: look.judging ? 4 * numRuns : numRuns },
  );
};
