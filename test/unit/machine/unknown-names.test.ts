import { expect, it } from 'vitest';
import { conductBegin, conducted, type Decide } from '../../../src/machine/acts/conduct.ts';
import { seal } from '../../../src/machine/acts/progress.ts';
import { refuse } from '../../../src/procedure/refuse.ts';
import { steppingOf } from '../../../src/machine/stepping-of.ts';
import type { Act } from '../../../src/model/act.ts';
import type { FactSpec } from '../../../src/model/fact-spec.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';
import { aStart } from './a-start.ts';
import { smallSpec } from './small-release.ts';

const spec = smallSpec('second-person');
const decide: Decide = async ({ spec: { conditions } }) => ({
  holds: conditions.map(() => true),
  decisions: [],
});
const { state } = seal(await conducted(conductBegin(steppingOf([spec]), aStart), decide));
const done = { evidence: [], facts: {} } as const;

const unknown: readonly (readonly [string, (name: string) => Act])[] = [
  ['step-unknown', (step) => ({ kind: 'do', step, ...done })],
  ['step-unknown', (step) => ({ kind: 'deviate', step, reason: 'unsafe' })],
  ['step-unknown', (step) => ({ kind: 'extend', step })],
  ['step-unknown', (step) => ({ kind: 'reopen', step, note: 'x' })],
  ['step-unknown', (step) => ({ kind: 'agree', step })],
  ['reason-unknown', (reason) => ({ kind: 'deviate', step: 'seize', reason })],
  ['role-unknown', (role) => ({ kind: 'hand-over', role, unit: 'u' })],
  ['fact-unknown', (fact) => ({ kind: 'answer', facts: { [fact]: 'x' } })],
];

// Names that every object of JavaScript has, beside one that none has.
it.each(
  unknown.flatMap(([code, act]) =>
    ['nowhere', 'constructor', '__proto__', 'toString'].map(
      (name) => [code, name, act(name)] as const,
    ),
  ),
)('refuses with %s what is called %s', (code, _name, act) => {
  const actor = scenarioActor('officer', 'u');
  const message = { id: 'a', digest: 'a', act, actor, happened: 1, received: 1, salt: 's' };
  expect(refuse(spec, state, message)?.code).toBe(code);
});

it('refuses to open again what is open', () => {
  const leader = scenarioActor(spec.settings.leader, 'u');
  const act = { kind: 'reopen', step: 'seize', note: 'x' } as const;
  const message = { id: 'a', digest: 'a', act, actor: leader, happened: 1, received: 1, salt: 's' };
  expect(state.table.rows['seize']?.status).toBe('open');
  expect(refuse(spec, state, message)).toMatchObject({ code: 'step-not-done' });
});

it('refuses a moment that is none as an answer', () => {
  const actor = scenarioActor('officer', 'u');
  const since: FactSpec = {
    id: 'since',
    ask: { zh: '何时', en: 'Since when?' },
    answer: { kind: 'time' },
    from: 'asked',
    personal: false,
  };
  const withTime = { ...spec, facts: { ...spec.facts, since } };
  const codeOf = (answer: string) =>
    refuse(withTime, state, {
      id: 'a',
      digest: 'a',
      act: { kind: 'answer', facts: { since: answer } },
      actor,
      happened: 1,
      received: 1,
      salt: 's',
    })?.code;
  expect(
    ['2026-03-02T08:00:00Z', '2026-03-02T08:00', '2026-99-99T99:99', '2016-12-31T23:59:60Z'].map(
      codeOf,
    ),
  ).toEqual([undefined, undefined, 'fact-invalid', 'fact-invalid']);
});
