import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWake } from '../../src/machine/wakes.ts';
import type { Act } from '../../src/model/act.ts';
import type { ProcedureSpec } from '../../src/model/procedure-spec.ts';
import type { ProcedureState } from '../../src/model/procedure-state.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { startSimulation, type Simulation } from '../../src/simulate/simulation.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { randomActs, randomSpec, releaseOf, type RandomAct } from './random-procedure.ts';

const minute = 60_000;
const report = { report: 'r', at: Date.UTC(2026, 8, 28), channel: '110', unit: 'u', facts: {} };

const begin = (spec: ProcedureSpec): Promise<Simulation> =>
  startSimulation({
    release: releaseOf(spec),
    procedure: spec.id,
    report,
    registrar: scenarioActor('registrar', 'u'),
    nextUnits: ['unit-b'],
  });

const perform = async (
  simulation: Simulation,
  { minutes, role, person, back, act }: RandomAct,
): Promise<boolean> => {
  await simulation.advance(simulation.now() + minutes * minute);
  const happened = Math.max(report.at, simulation.now() - back * minute);
  const refusal = await simulation.act(scenarioActor(role, 'u', { person }), act, happened);
  return refusal === undefined;
};

/** Lets random people do random things to random procedures and looks after each. */
const holdsFor = (
  look: (
    simulation: Simulation,
    spec: ProcedureSpec,
    before: ProcedureState,
    taken: boolean,
    act: Act,
  ) => void,
  runs = Number(process.env['PROPERTY_RUNS'] ?? 100),
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(randomSpec, randomActs, async (spec, acts) => {
      const simulation = await begin(spec);
      for (const act of acts) {
        await simulation.advance(simulation.now() + act.minutes * minute);
        const before = simulation.state();
        const taken = await perform(simulation, { ...act, minutes: 0 });
        look(simulation, spec, before, taken, act.act);
      }
    }),
    { numRuns: runs },
  );

describe('whatever anybody does to whatever procedure', () => {
  it('a refused act changes nothing', () =>
    holdsFor((simulation, _spec, before, taken) => {
      if (!taken) expect(simulation.state()).toEqual(before);
    }));

  it('closed means that nothing required is left, and that nothing changes any more', () =>
    holdsFor((simulation, spec, before, taken) => {
      const { table } = simulation.state();
      if (before.table.closed !== undefined) expect(taken).toBe(false);
      if (table.closed === undefined) return;
      for (const id of spec.order) {
        const row = table.rows[id];
        if (spec.steps[id]?.optional === false) {
          expect(['done', 'not-needed', 'deviated']).toContain(row?.status);
          if (id !== spec.closing) expect(row?.pending).toBeUndefined();
        }
      }
      expect(nextWake(spec, simulation.state())).toBeUndefined();
    }));

  it('what is done stays done, unless somebody sends that very step back', () =>
    holdsFor((simulation, _spec, before, _taken, act) => {
      const sentBack = act.kind === 'reopen' || act.kind === 'reject' ? act.step : undefined;
      for (const row of Object.values(before.table.rows)) {
        if (row.status !== 'done' && row.status !== 'deviated') continue;
        if (row.step !== sentBack)
          expect(simulation.state().table.rows[row.step]?.status).toBe(row.status);
      }
    }));

  it('occurrences are numbered one after the other, and the log knows them all', () =>
    holdsFor((simulation) => {
      for (const row of Object.values(simulation.state().table.rows)) {
        const past = row.occurrences ?? [];
        expect(past.map(({ occurrence }) => occurrence)).toEqual(
          past.map((_each, index) => index + 1),
        );
        const ended = row.status === 'between' || (past.length > 0 && row.status === 'done');
        if (past.length > 0) expect(row.occurrence).toBe(ended ? past.length : past.length + 1);
      }
    }));

  it('the log is one chain that ends at the head, and its last word on a step is how it stands', () =>
    holdsFor((simulation) => {
      const entries = simulation.entries();
      const { head, table } = simulation.state();
      expect(verifyChain(entries)).toBeUndefined();
      expect(entries.at(-1)).toMatchObject({ seq: head.seq, hash: head.hash });
      for (const row of Object.values(table.rows)) {
        const last = entries.findLast(
          ({ step, data }) => data.kind === 'step' && step === row.step,
        );
        if (last?.data.kind === 'step') expect(last.data.row.status).toBe(row.status);
        else expect(row.status).toBe('waiting');
      }
    }));

  it('nothing fires twice, and nothing that is due lies behind the clock', () =>
    holdsFor((simulation, spec) => {
      const keys = simulation
        .entries()
        .flatMap(({ data }) =>
          data.kind === 'late' || data.kind === 'rung' || data.kind === 'reminded'
            ? [data.key]
            : [],
        );
      expect(keys).toEqual([...new Set(keys)]);
      expect(nextWake(spec, simulation.state()) ?? Infinity).toBeGreaterThan(simulation.now());
    }));

  it('a step that was done by its due is not late, to the very instant', () =>
    holdsFor((simulation) => {
      for (const row of Object.values(simulation.state().table.rows)) {
        if (row.status !== 'done' || row.due === undefined || row.happened === undefined) continue;
        const after = row.happened - row.due;
        if (row.occurrences === undefined) expect(row.lateBy ?? 0).toBe(Math.max(0, after));
      }
    }));

  it('the same acts give the same log', () =>
    fc.assert(
      fc.asyncProperty(randomSpec, randomActs, async (spec, acts) => {
        const [one, other] = [await begin(spec), await begin(spec)];
        for (const act of acts) await perform(one, act);
        for (const act of acts) await perform(other, act);
        expect(other.state().head).toEqual(one.state().head);
      }),
      { numRuns: 60 },
    ));

  it('an act at the due instant is on time, and one a millisecond later is late', () =>
    fc.assert(
      fc.asyncProperty(randomSpec, fc.constantFrom(0, 1), async (spec, later) => {
        const simulation = await begin(spec);
        const step = spec.order.find((id) => {
          const row = simulation.state().table.rows[id];
          const { approve, closes } = spec.steps[id] ?? {};
          return (
            row?.status === 'open' &&
            row.due !== undefined &&
            approve === undefined &&
            closes !== true
          );
        });
        const due = simulation.state().table.rows[step ?? '']?.due;
        if (step === undefined || due === undefined || spec.steps[step]?.repeat !== undefined)
          return;
        await simulation.advance(due + later);
        expect(
          await simulation.act(scenarioActor('officer', 'u'), {
            kind: 'do',
            step,
            facts: {},
            evidence: [],
          }),
        ).toBeUndefined();
        const row = simulation.state().table.rows[step];
        expect(row?.lateBy ?? 0).toBe(later);
        expect(row?.lateAt === undefined).toBe(later === 0);
      }),
      { numRuns: 150 },
    ));
});
