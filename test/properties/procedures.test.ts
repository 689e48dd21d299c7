import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrencesKept } from '../../src/machine/step.ts';
import { nextWake } from '../../src/machine/wakes.ts';
import type { Act } from '../../src/model/act.ts';
import type { After, ProcedureSpec } from '../../src/model/procedure-spec.ts';
import type { ProcedureState } from '../../src/model/procedure-state.ts';
import type { StepRow } from '../../src/model/step-row.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { startSimulation, type Simulation } from '../../src/simulate/simulation.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import {
  actOf,
  judgedSpec,
  judgingActs,
  randomActs,
  randomSpec,
  releaseOf,
  type RandomAct,
} from './random-procedure.ts';

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
  random: RandomAct,
): Promise<{ readonly act: Act; readonly taken: boolean }> => {
  const { role, person, back } = random;
  const happened = Math.max(report.at, simulation.now() - back * minute);
  const act = actOf(random, simulation.state());
  const refusal = await simulation.act(scenarioActor(role, 'u', { person }), act, happened);
  return { act, taken: refusal === undefined };
};

const wait = (simulation: Simulation, { minutes }: RandomAct): Promise<void> =>
  simulation.advance(simulation.now() + minutes * minute);

// A step that repeats every ten minutes through waits of two days fills a log with thousands of entries alike, and
// takes most of the time: what can go wrong shows long before.
const entriesMax = 300;

// More of them by hand, after a change of the machine: PROPERTY_RUNS=1000.
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);
const timeout = 120_000 + numRuns * 1000;

interface Looked {
  readonly simulation: Simulation;
  readonly spec: ProcedureSpec;
  readonly before: ProcedureState;
  readonly act: Act;
  readonly taken: boolean;
  readonly person: string;
}

/** Lets random people do random things to random procedures, and looks after each act and at the end. */
const holdsFor = (look: {
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
    // What has to be answered, agreed to and answered otherwise comes about seldom.
    { numRuns: look.judging ? 4 * numRuns : numRuns },
  );
};

const isEnded = (row: StepRow | undefined): boolean =>
  ['done', 'not-needed', 'deviated', 'superseded'].includes(row?.status ?? '');
const asleep = (row: StepRow | undefined): boolean =>
  ['waiting', 'undecided', 'not-needed'].includes(row?.status ?? '');

describe('whatever anybody does to whatever procedure', { timeout }, () => {
  it('a refused act changes nothing', () =>
    holdsFor({
      afterEach: ({ simulation, before, taken }) => {
        if (!taken) expect(simulation.state()).toEqual(before);
      },
    }));

  it('closed means that nothing required is left, and that nothing changes any more', () =>
    holdsFor({
      afterEach: ({ simulation, spec, before, taken }) => {
        const { table } = simulation.state();
        if (before.table.closed !== undefined) expect(taken).toBe(false);
        if (table.closed === undefined) return;
        for (const id of spec.order) {
          const row = table.rows[id];
          if (spec.steps[id]?.optional === false) {
            expect(['done', 'not-needed', 'deviated']).toContain(row?.status);
            if (id !== spec.closing) expect(row?.pending).toBeUndefined();
            // A repetition may be over before it begins.
            const { when, repeat } = spec.steps[id];
            if (row?.status === 'not-needed' && when !== undefined && repeat === undefined)
              expect(table.holds[when]).toBe(false);
          }
        }
        expect(nextWake(spec, simulation.state())).toBeUndefined();
      },
    }));

  it('one that is open always waits for somebody by a limit, or for a moment at which it goes on', () =>
    holdsFor({
      afterEach: ({ simulation }) => {
        const { table, pendingSwitch } = simulation.state();
        if (table.closed !== undefined || pendingSwitch !== undefined) return;
        const rows = Object.values(table.rows);
        const isAsked = rows.some(
          ({ status, pending, asked }) =>
            status === 'open' ||
            status === 'between' ||
            pending !== undefined ||
            asked !== undefined,
        );
        expect(isAsked, JSON.stringify(rows)).toBe(true);
        for (const { asked, status } of rows) {
          if (asked !== undefined) expect(['undecided', 'waiting']).toContain(status);
        }
      },
    }));

  it('what an act opens finds ended what comes before it', () =>
    holdsFor({
      afterEach: ({ simulation, spec, before, act }) => {
        const { rows } = simulation.state().table;
        const sentBack = act.kind === 'reopen' || act.kind === 'reject' ? act.step : undefined;
        const hasEnded = (after: After): boolean => {
          if (after.kind === 'step') return isEnded(rows[after.step]);
          if (after.kind === 'anchor') return true;
          return after.kind === 'all' ? after.of.every(hasEnded) : after.of.some(hasEnded);
        };
        for (const id of spec.order) {
          const opened = rows[id]?.status === 'open' && asleep(before.table.rows[id]);
          if (opened && id !== sentBack) expect(hasEnded(spec.steps[id]!.after)).toBe(true);
        }
      },
    }));

  it('what is done stays done, unless somebody sends that very step back', () =>
    holdsFor({
      afterEach: ({ simulation, before, act }) => {
        const sentBack = act.kind === 'reopen' || act.kind === 'reject' ? act.step : undefined;
        for (const row of Object.values(before.table.rows)) {
          if (row.status !== 'done' && row.status !== 'deviated') continue;
          if (row.step !== sentBack)
            expect(simulation.state().table.rows[row.step]?.status).toBe(row.status);
        }
      },
    }));

  it('an agreed answer changes only when another person agrees than who offered the new one', () => {
    const agreed = new WeakMap<Simulation, Set<string>>();
    return holdsFor({
      judging: true,
      afterEach: ({ simulation, spec, before, act, taken, person }) => {
        if (!taken) return;
        const known = agreed.get(simulation) ?? new Set<string>();
        agreed.set(simulation, known);
        const after = simulation.state().answers;
        const pending =
          act.kind === 'agree' ? before.table.rows[act.step ?? '']?.pending : undefined;
        for (const fact of Object.keys(spec.facts)) {
          if (after[fact] === before.answers[fact]) continue;
          const asking = spec.order.filter((id) => spec.steps[id]?.mayAsk.includes(fact));
          const approved = asking.filter((id) => spec.steps[id]?.approve !== undefined);
          const wasAgreed =
            before.answers[fact] !== undefined && approved.some((id) => known.has(id));
          if (!wasAgreed && (asking.length === 0 || approved.length < asking.length)) continue;
          expect(pending?.facts[fact]).toBe(after[fact]);
          expect(pending?.by).not.toBe(person);
        }
        if (act.kind === 'agree' && pending !== undefined && pending.kind !== 'deviation') {
          if (spec.steps[act.step ?? '']?.approve !== undefined) known.add(act.step ?? '');
        }
      },
    });
  });

  it('what was confirmed is confirmed anew when its answer changes, by nobody who has a part in it', () =>
    holdsFor({
      judging: true,
      afterEach: ({ simulation, spec, before, act, taken, person }) => {
        if (!taken) return;
        const { answers, table } = simulation.state();
        for (const id of spec.order) {
          const { confirm, mayAsk = [] } = spec.steps[id] ?? {};
          const changed = mayAsk.some(
            (fact) => before.answers[fact] !== undefined && answers[fact] !== before.answers[fact],
          );
          const row = table.rows[id];
          if (confirm === undefined || before.table.rows[id]?.status !== 'done' || !changed)
            continue;
          if (table.closed === undefined) expect(row?.pending?.kind).toBe('confirm');
          const parts = [row?.pending?.by, ...(row?.pending?.others ?? [])];
          if (act.kind !== 'agree') expect(parts).toContain(person);
        }
      },
    }));

  it('occurrences are numbered one after the other', () =>
    holdsFor({
      afterEach: ({ simulation }) => {
        for (const { occurrences: past, occurrence, status } of Object.values(
          simulation.state().table.rows,
        )) {
          if (past === undefined) continue;
          const last = past.at(-1)?.occurrence ?? 0;
          const first = Math.max(1, last + 1 - occurrencesKept);
          expect(past.map((each) => each.occurrence)).toEqual(
            past.map((_each, index) => first + index),
          );
          expect(past).toHaveLength(Math.min(last, occurrencesKept));
          expect([last, last + 1]).toContain(occurrence);
          if (status === 'open') expect(occurrence).toBe(last + 1);
        }
      },
    }));

  it('the log is one chain that ends at the head, and its last word on a step is how it stands', () =>
    holdsFor({
      atEnd: (simulation) => {
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
      },
    }));

  it('nothing fires twice, and nothing that is due lies behind the clock', () =>
    holdsFor({
      atEnd: (simulation, spec) => {
        const keys = simulation
          .entries()
          .flatMap(({ data }) =>
            data.kind === 'late' || data.kind === 'rung' || data.kind === 'reminded'
              ? [data.key]
              : [],
          );
        expect(keys).toEqual([...new Set(keys)]);
        expect(nextWake(spec, simulation.state()) ?? Infinity).toBeGreaterThan(simulation.now());
      },
    }));

  it('a step that was done by its due is not late, to the very instant', () =>
    holdsFor({
      atEnd: (simulation) => {
        for (const row of Object.values(simulation.state().table.rows)) {
          if (row.status !== 'done' || row.due === undefined || row.happened === undefined)
            continue;
          const after = row.happened - row.due;
          if (row.occurrences === undefined) expect(row.lateBy ?? 0).toBe(Math.max(0, after));
        }
      },
    }));

  it('the same acts give the same log', () =>
    fc.assert(
      fc.asyncProperty(randomSpec, randomActs, async (spec, acts) => {
        const [one, other] = [await begin(spec), await begin(spec)];
        for (const simulation of [one, other]) {
          for (const random of acts) {
            if (simulation.entries().length > entriesMax) break;
            await wait(simulation, random);
            await perform(simulation, random);
          }
        }
        expect(other.state().head).toEqual(one.state().head);
      }),
      { numRuns },
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
      { numRuns: 2 * numRuns },
    ));
});
