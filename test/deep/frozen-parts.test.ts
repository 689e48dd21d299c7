import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportRequest, signOfLife } from '../../bench/kills/story.mjs';
import { Officer } from '../system/officer.ts';
import { startApartDrill, type ApartDrill } from './apart-drill.ts';

// Takes 10 minutes.

const frozenMilliseconds = 45_000;

let drill: ApartDrill;
let incident: string;
let officer: Officer;
beforeAll(async () => {
  drill = await startApartDrill();
  const { hands, system } = drill;
  const answer = await hands.sendBeside(reportRequest('r0'), { way: 'plain' }, 60_000);
  incident = `I${answer?.body.report.slice(1)}`;
  officer = await Officer.signIn(
    { address: () => system.address, password: system.password },
    'an-heping',
  );
});
afterAll(() => drill?.stop());

test.each(['worker', 'temporal', 'postgres'])(
  'while %s stands still an act is answered with 503 and when to come again; nothing is lost, and it goes on',
  async (part) => {
    const { hands, freeze } = drill;
    hands.start();
    await sleep(5_000);
    const thawed = freeze(part, frozenMilliseconds);
    await sleep(1_000);
    const { of, path, content, key } = signOfLife(incident, `asked-${part}`);
    drill.ledger.note({ kind: 'sent', at: Date.now(), key, of, path, name: 'asked' });
    const began = Date.now();
    const response = await officer.post(path, JSON.stringify(content), key);
    const body = (await response.json()) as { readonly code?: string };
    expect([response.status, Number(response.headers.get('retry-after'))]).toEqual([
      503,
      expect.toSatisfy((seconds: number) => seconds > 0),
    ]);
    expect(['engine-away', 'store-away', 'answer-late']).toContain(body.code);
    expect(Date.now() - began).toBeLessThan(frozenMilliseconds - 2_000);
    await thawed;
    const before = hands.answered();
    await expect.poll(() => hands.answered() - before, { timeout: 60_000 }).toBeGreaterThan(5);
    expect(await drill.examine()).toEqual([]);
    expect(drill.broken).toEqual([]);
  },
);

test('while the API stands still who asks waits, and is answered when it goes on', async () => {
  const { hands, freeze } = drill;
  hands.start();
  await sleep(3_000);
  await freeze('api', frozenMilliseconds);
  const before = hands.answered();
  await expect.poll(() => hands.answered() - before, { timeout: 60_000 }).toBeGreaterThan(5);
  expect(await drill.examine()).toEqual([]);
});
