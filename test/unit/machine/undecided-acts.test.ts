import { describe, expect, it } from 'vitest';
import {
  conductAct,
  conductBegin,
  conducted,
  type Decide,
} from '../../../src/machine/acts/conduct.ts';
import { seal, startProgress } from '../../../src/machine/acts/progress.ts';
import { steppingOf } from '../../../src/machine/stepping-of.ts';
import type { Act } from '../../../src/model/act.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';
import { aStart } from './a-start.ts';
import { smallSpec } from './small-release.ts';

const on = steppingOf([smallSpec('facts')]);
let decided = 0;
const decide: Decide = async ({ spec }) => {
  decided += 1;
  return { holds: spec.conditions.map(() => null), decisions: [] };
};
const begun = seal(await conducted(conductBegin(on, aStart), decide)).state;

/** The number of times that the rules are asked for an act. */
const asked = async (act: Act): Promise<number> => {
  decided = 0;
  const message = { id: 'a', digest: 'a', act, actor: scenarioActor('officer', 'u'), salt: 's' };
  const times = { happened: 60_000, received: 60_000 };
  const acting = conductAct(startProgress(on, begun, 60_000), { ...message, ...times });
  const outcome = await conducted(acting, decide);
  expect(outcome).toHaveProperty('progress');
  return decided;
};

describe('the rules are asked', () => {
  it('where a condition reads an answer', async () => {
    expect(await asked({ kind: 'answer', facts: { injury: 'minor' } })).toBe(1);
  });

  it('where a step brings such an answer', async () => {
    const done = { kind: 'do', step: 'look', facts: { injury: 'none', name: 'A' }, evidence: [] };
    expect(await asked(done as Act)).toBe(1);
  });

  it('and not for answers that nothing hangs on', async () => {
    expect(await asked({ kind: 'answer', facts: { name: 'A' } })).toBe(0);
  });
});
