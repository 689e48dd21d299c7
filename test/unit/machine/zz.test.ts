import { join } from 'node:path';
import { it } from 'vitest';
import { loadRelease } from '../../../src/cli/load-release.ts';
import { startSimulation } from '../../../src/simulate/simulation.ts';
import { scenarioActor } from '../../../src/simulate/scenario-act.ts';
const { release } = await loadRelease(join(import.meta.dirname, '../../small'));
it('x', async () => {
  const sim = await startSimulation({ release: release!, procedure: 'facts', report: { report: 'r', at: 0, channel: '110', unit: 'u', facts: {} }, registrar: scenarioActor('r', 'u'), nextUnits: [] });
  const show = (t: string) => console.log(t, JSON.stringify(Object.fromEntries(Object.values(sim.state().table.rows).map((r) => [r.step, r.status]))));
  const o = scenarioActor('officer', 'u');
  await sim.act(o, { kind: 'do', step: 'look', facts: { injury: 'none', name: 'a' }, evidence: [] });
  show('looked');
  await sim.act(o, { kind: 'answer', facts: { injury: 'minor' } });
  show('needed again');
});
