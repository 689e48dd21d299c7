import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadRelease } from '../../src/cli/load-release.ts';
import type { Act } from '../../src/model/act.ts';
import { verifyChain } from '../../src/store/verify-chain.ts';
import type { Unfinished } from '../../workflows/messages.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident, type Incident } from './incident.ts';

const { release } = await loadRelease(join(import.meta.dirname, '../small'));
if (release === undefined) throw new Error('the small procedures do not compile');

const doing = (step: string, facts = {}): Act => ({ kind: 'do', step, facts, evidence: [] });

describe('what nobody else writes the workflow writes', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine([release], { timeSkipping: false });
  });
  afterEach(async () => {
    engine.storeIsAway = false;
    await engine.endRunning();
  });
  afterAll(() => engine.stop());

  /** Waits until something is so: a loaded machine takes its time. */
  const until = async (is: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; waited < 200 && !(await is()); waited += 1) await sleep(200);
  };
  const unfinished = (incident: Incident): Promise<Unfinished> =>
    engine.client.workflow.getHandle(incident.id).query<Unfinished>('unfinished');

  it('all of it once the store is back, and goes on with acts and limits meanwhile', async () => {
    const incident = await startIncident(engine, {
      release,
      procedure: 'ladder',
      id: 'writing-ladder',
      reportedAt: Date.now(),
      // A minute of the domain is a second of the server's.
      clock: { wallOrigin: Date.now(), domainOrigin: Date.now(), factor: 60 },
    });
    engine.storeIsAway = true;
    // The workflow is trying to write when more comes about.
    await sleep(11_000);
    expect(await incident.act('officer', doing('tidy'))).toMatchObject({ taken: true });
    await until(
      async () => (await incident.view()).table.rows['go']?.fired.includes('late') === true,
    );
    await sleep(5000);
    expect((await unfinished(incident)).unstored).toBeGreaterThan(0);
    const { historyLength } = await engine.client.workflow.getHandle(incident.id).describe();
    expect(historyLength).toBeLessThan(90);
    engine.storeIsAway = false;
    await until(async () => (await unfinished(incident)).unstored === 0);
    const stored = await engine.store.log.of(incident.id);
    expect(stored.length).toBe((await incident.view()).head.seq);
    expect(verifyChain(stored)).toBeUndefined();
  }, 120_000);
});
