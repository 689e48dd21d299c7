import { expect, it } from 'vitest';
import { conductBegin, conducted, type Decide } from '../../../src/machine/acts/conduct.ts';
import { seal } from '../../../src/machine/acts/progress.ts';
import { refuse } from '../../../src/procedure/refuse.ts';
import { steppingOf } from '../../../src/machine/stepping-of.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';
import { aStart } from './a-start.ts';
import { smallSpec } from './small-release.ts';

const compiled = smallSpec('second-person');
const way = compiled.settings.facts.handledAt;
const spec = { ...compiled, handledAt: ['scene', 'desk'] };

const begin = async (handledAt: string) => {
  const asked: unknown[] = [];
  const decide: Decide = async ({ spec: { conditions }, answers }) => {
    asked.push(answers[way]);
    return { holds: conditions.map(() => null), decisions: [] };
  };
  const start = { ...aStart, report: { ...aStart.report, facts: { [way]: handledAt } } };
  return {
    state: seal(await conducted(conductBegin(steppingOf([spec]), start), decide)).state,
    asked,
  };
};

it('a way of handling that the standard does not have is not answered yet', async () => {
  const { state, asked } = await begin('phone');
  expect([state.answers[way], asked[0]]).toEqual([undefined, undefined]);
});

it('one that it has is', async () => {
  const { state, asked } = await begin('desk');
  expect([state.answers[way], asked[0]]).toEqual(['desk', 'desk']);
});

it('a way of handling that the standard does not have cannot be answered', async () => {
  const { state } = await begin('desk');
  const codeOf = (value: string) =>
    refuse(spec, state, {
      id: 'a',
      digest: 'a',
      act: { kind: 'answer', facts: { [way]: value } },
      actor: scenarioActor('officer', 'u'),
      happened: 1,
      received: 1,
      salt: 's',
    })?.code;
  expect([codeOf('phone'), codeOf('scene')]).toEqual(['fact-invalid', undefined]);
});
