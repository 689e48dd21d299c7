import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChain } from '../../src/store/verify-chain.ts';
import { smallRelease as release } from '../unit/machine/small-release.ts';
import { startEngine, type Engine } from './engine.ts';
import { startIncident } from './incident.ts';
import { openedHistories } from './opened-histories.ts';
import { replayed } from './replayed.ts';

const plate = '京A12345';
const id = 'erasing';
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine([release], { timeSkipping: false });
});
afterAll(() => engine.stop());

it('a procedure lets go of a value, goes on in another run, and both are replayed', async () => {
  const { gateway, act, view, runId, entries } = await startIncident(engine, {
    release,
    procedure: 'joining',
    id,
    reportedAt: Date.now(),
  });
  const answer = { kind: 'answer', facts: { plate } } as const;
  const receipt = await act('officer', answer, { id: 'brings' });
  const [commitment = ''] = Object.values((await view()).commitments);
  expect(JSON.stringify(await entries())).toContain(commitment);
  const before = await runId();
  await gateway.erase(id, { erasure: 'E-1', commitments: [commitment], acts: ['brings'] });
  expect(await runId()).not.toBe(before);
  // The next run has done its first task once it answers; one that has not cannot be replayed.
  const state = await view();
  expect(await replayed(engine, [id])).toEqual([]);
  expect(state.answers).not.toHaveProperty('plate');
  expect(state.commitments).toEqual({});
  expect(state.receipts.map(({ act, digest }) => [act, digest])).toContainEqual(['brings', '']);
  // An acknowledged act stays acknowledged, and a repetition is not taken for the same any more.
  const taken = receipt.taken ? receipt.receipt.seq : 0;
  expect(state.head.seq).toBe(taken);
  const again = await act('officer', answer, { id: 'brings' });
  expect(again).toMatchObject({ taken: false, refusal: { code: 'key-reused' } });
  expect(await act('officer', { kind: 'answer', facts: { plate: 'B' } })).toMatchObject({
    taken: true,
  });
  expect(verifyChain(await entries())).toBeUndefined();

  let isGone = false;
  for (let tries = 0; tries < 150 && !isGone; tries += 1) {
    isGone = await gateway.forget(id);
    if (!isGone) await new Promise((resolve) => setTimeout(resolve, 500));
  }
  expect(isGone).toBe(true);
  const left = (await openedHistories(engine, id)).join();
  expect([left.includes(plate), left.includes('carried')]).toEqual([false, true]);
  await engine.restartWorker();
  expect((await view()).answers).toMatchObject({ plate: 'B' });
});
