import { describe, expect, it } from 'vitest';
import type { Simulation } from '../../src/simulate/simulation.ts';
import { holdsFor, timeout } from './random-run.ts';

describe('whatever anybody does to whatever procedure', { timeout }, () => {
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
});
