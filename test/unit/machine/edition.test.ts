import { describe, expect, it } from 'vitest';
import { verdict } from '../../../src/decide/verdict.ts';
import {
  conductAct,
  conductBegin,
  conducted,
  type Decide,
} from '../../../src/machine/procedure/conduct.ts';
import { seal, startProgress } from '../../../src/machine/procedure/progress.ts';
import { steppingOf } from '../../../src/machine/stepping-of.ts';
import { edition, type Edition } from '../../../src/model/edition.ts';
import type { GivenFacts } from '../../../src/model/act.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';
import { aStart } from './a-start.ts';
import { smallSpec } from './small-release.ts';

const on = steppingOf([smallSpec('woken')]);
const decide: Decide = ({ spec: { conditions }, answers }) =>
  verdict({ conditions, ruleSets: [], answers });

/** How `leave` stands where what was not needed is needed after all by the act that ends the step before it. */
const leaveIn = async (kept: Edition | undefined): Promise<string | undefined> => {
  const start = { ...aStart, edition: kept };
  let { state } = seal(await conducted(conductBegin(on, start, 0), decide));
  const done = async (step: string, facts: GivenFacts): Promise<void> => {
    const message = {
      id: step,
      digest: step,
      act: { kind: 'do', step, facts, evidence: [] },
      actor: scenarioActor('officer', 'u'),
      salt: 's',
      happened: 60_000,
      received: 60_000,
    } as const;
    const outcome = await conducted(conductAct(startProgress(on, state, 60_000), message), decide);
    if (!('progress' in outcome)) throw new Error(outcome.refusal.code);
    ({ state } = seal(outcome.progress));
  };
  await done('ask', { injury: 'none' });
  await done('look', { injury: 'grave' });
  expect(state.table.rows['treat']?.status).toBe('open');
  return state.table.rows['leave']?.status;
};

describe('a run', () => {
  it('keeps to the edition that it began with', async () => {
    expect(await leaveIn(undefined)).toBe('open');
    expect(await leaveIn(edition)).toBe('waiting');
  });
});
