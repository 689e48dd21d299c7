import { describe, expect, it } from 'vitest';
import { steppingOf } from '../../../src/machine/stepping-of.ts';
import {
  conductAct,
  conductBegin,
  conducted,
  type Decide,
} from '../../../src/machine/acts/conduct.ts';
import { seal, startProgress } from '../../../src/machine/acts/progress.ts';
import type { Act } from '../../../src/model/act.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';
import { aStart } from './a-start.ts';
import { smallSpec } from './small-release.ts';

const on = steppingOf([smallSpec('second-person')]);
const decide: Decide = async ({ spec }) => ({
  holds: spec.conditions.map(() => true),
  decisions: [],
});
const begun = seal(await conducted(conductBegin(on, aStart), decide)).state;

const acts: readonly Act[] = [
  { kind: 'do', step: 'seize', facts: {}, evidence: [] },
  { kind: 'do', step: 'letter', facts: {}, evidence: [{ kind: 'statement', reference: 'x' }] },
  { kind: 'do', step: 'child', facts: {}, evidence: [] },
  { kind: 'deviate', step: 'seize', reason: 'unsafe' },
];
const take = async (act: Act, stepping: typeof on) =>
  conducted(
    conductAct(startProgress(stepping, begun, 60_000), {
      id: 'a',
      digest: 'a',
      act,
      actor: scenarioActor('officer', 'u'),
      happened: 60_000,
      received: 60_000,
      salt: 's',
    }),
    decide,
  );

describe.each(
  acts.map((act) => [`${act.kind} ${'step' in act ? (act.step ?? '') : ''}`, act] as const),
)('%s', (_what, act) => {
  it('is taken with the machine', async () => {
    expect(await take(act, on)).toHaveProperty('progress');
  });

  it('is not taken with a machine that refuses', async () => {
    const refusing = {
      ...on,
      machine: { ...on.machine, transition: () => ({ accepted: false }) as const },
    };
    await expect(take(act, refusing)).rejects.toThrow('the machine refuses');
  });
});

it('nothing begins with a machine that refuses', async () => {
  const refusing = {
    ...on,
    machine: { ...on.machine, transition: () => ({ accepted: false }) as const },
  };
  const beginning = conducted(conductBegin(refusing, aStart), decide);
  await expect(beginning).rejects.toThrow('the machine refuses');
});
