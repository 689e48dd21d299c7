import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occurrencesKept } from '../../src/machine/step.ts';
import { nextWake } from '../../src/machine/wakes.ts';
import type { After } from '../../src/model/procedure-spec.ts';
import type { StepRow } from '../../src/model/step-row.ts';
import { scenarioActor } from '../../src/simulate/scenario-act.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { randomActs, randomSpec } from './random-procedure.ts';
import { begin, entriesMax, holdsFor, numRuns, perform, timeout, wait } from './random-run.ts';

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
