import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as xstate from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { compileTree } from '../../../src/compile/compile-tree.ts';
import { conditionText } from '../../../src/cli/graph/condition-text.ts';
import { mermaidFlowchart } from '../../../src/cli/graph/mermaid-flowchart.ts';
import { xstateModule } from '../../../src/cli/graph/xstate-module.ts';
import type { ProcedureSpec } from '../../../src/model/procedure-spec.ts';
import { loadRelease } from '../../../src/cli/load-release.ts';
import { sampleTree } from '../compile/sample-tree.ts';

const { release } = compileTree(sampleTree());
const specs = Object.values(release?.procedures ?? {});
const theft = specs.find(({ id }) => id === 'theft') as ProcedureSpec;

test.each(specs.map((spec) => ({ id: spec.id, spec })))(
  'the drawing of $id has every step once, all labels quoted',
  ({ spec }) => {
    const lines = mermaidFlowchart(spec, 'zh').split('\n');
    for (const id of spec.order) {
      const node = `  step_${id.replaceAll('-', '_')}`;
      expect(lines.filter((line) => new RegExp(`^${node}(\\[|\\{|\\()`).test(line))).toHaveLength(
        1,
      );
    }
    for (const label of lines.filter((line) =>
      /^ {2}(step|anchor|switch|also)_\w+[[{(>]/.test(line),
    )) {
      expect(label).toMatch(/^ {2}\w+(\["[^"]*"\]|\{\{"[^"]*"\}\}|\(\["[^"]*"\]\)|>"[^"]*"\])$/);
    }
  },
);

test('what an arrow leads from and to is drawn', () => {
  const text = mermaidFlowchart(theft, 'en');
  const nodes = new Set([...text.matchAll(/^ {2}(\w+)[[{(>]/gm)].map((match) => match[1]));
  for (const [, from, to] of text.matchAll(/^ {2}(\w+) (?:-->|-\.->)(?:\|"[^"]*"\|)? (\w+)/gm)) {
    expect(nodes.has(from) || from === undefined).toBe(true);
    expect(nodes.has(to) || to?.startsWith('procedure_') === true).toBe(true);
  }
});

const small = await loadRelease(join(import.meta.dirname, '../../small'));

test.each([
  ['rounds', 'en', 'every 4h for 1d, then 1d, until stand-down'],
  ['rounds', 'zh', '每 4h（共 1d），此后每 1d，直到 stand-down'],
  ['rounds', 'en', 'every 30m, until item-found = yes'],
  ['rounds', 'zh', '每 30m，直到 item-found = yes'],
  ['joining', 'en', 'step_note -.->|"starts, one per plate"| procedure_item'],
  ['joining', 'zh', 'step_note -.->|"启动，每个 plate 一份"| procedure_item'],
  ['joining', 'en', 'step_note -.->|"starts if child-present = yes"| procedure_care'],
  ['joining', 'zh', 'step_note -.->|"启动，如果 child-present = yes"| procedure_care'],
  ['second-person', 'en', 'confirmed by Leader'],
  ['second-person', 'zh', '事后确认 值班领导'],
  ['loss', 'en', 'switch to theft<br/>if'],
  ['loss', 'zh', '改用 theft<br/>如果'],
] as const)('the drawing of %s in %s says: %s', (id, lang, text) => {
  expect(mermaidFlowchart(small.release!.procedures[id]!, lang)).toContain(text);
});

test('signs with a meaning for Mermaid are written as entities', () => {
  const odd = {
    ...theft,
    steps: {
      ...theft.steps,
      sign: { ...theft.steps['sign']!, title: { zh: 'a"<b>#', en: 'a"<b>#' } },
    },
  };
  expect(mermaidFlowchart(odd, 'en')).toContain('a#quot;#lt;b#gt;#35;<br/>');
});

/** The machine of an exported module, as a program that imports it gets it. */
function imported(module: string): AnyStateMachine {
  const body = module
    .replace(/^import (\{.*\}) from "xstate";/m, 'const $1 = xstate;')
    .replace('export const machine =', 'return');
  return (new Function('xstate', body) as (from: typeof xstate) => AnyStateMachine)(xstate);
}

test.each(specs.map((spec) => ({ id: spec.id, spec })))(
  'the module of $id is a machine that runs by itself, as the one here does',
  ({ spec }) => {
    const actor = xstate.createActor(imported(xstateModule(spec))).start();
    const at = () => (actor.getSnapshot().value as { steps: Record<string, unknown> }).steps;
    actor.send({ type: 'truths', holds: spec.conditions.map(() => true) });
    for (const id of spec.order) {
      const free = spec.steps[id]!.after;
      const isFree = free.kind === 'all' && free.of.length === 0;
      expect(at()[id], id).toEqual(isFree ? { open: 'prompted' } : 'waiting');
    }
    const first = spec.order.find((id) => typeof at()[id] === 'object')!;
    const { approve } = spec.steps[first]!;
    actor.send({ type: `${first}.${approve ? 'propose' : 'do'}` });
    expect(at()[first]).not.toEqual({ open: 'prompted' });
  },
);

test('conditions within conditions are in brackets', () => {
  const a = { kind: 'compare', fact: 'a', operator: 'at-least', value: 3 } as const;
  const b = { kind: 'compare', fact: 'b', operator: 'in', value: ['x', 'y'] } as const;
  const c = { kind: 'compare', fact: 'c', operator: 'in', value: ['z'] } as const;
  expect(conditionText({ kind: 'any', of: [a, { kind: 'all', of: [b, c] }] }, 'en')).toBe(
    'a ≥ 3 or (b ∈ {x, y} and c = z)',
  );
});
