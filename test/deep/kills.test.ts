import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runKills } from '../../bench/kills/run-kills.mjs';
import { summaryText } from '../../bench/kills/summary.mjs';
import { aFolder, needed } from './a-folder.ts';

// Takes 12 minutes.

const seed = process.env['KILLS_SEED'] ?? '7';

test('a hundred kills of any process under load lose nothing, double nothing, miss nothing and leave nothing dead', async () => {
  const folder = aFolder();
  const summaries = await runKills({
    folder,
    seed,
    kills: 100,
    temporal: needed('TEMPORAL_CLI'),
    only: undefined,
    say: (text: string) => console.log(text),
  });
  for (const summary of summaries) console.log(summaryText(summary));
  expect(summaries.map(({ kills }) => kills)).toEqual([50, 50]);
  for (const { faults, taken, reports } of summaries) {
    expect(Object.values(faults ?? { unexamined: ['never examined'] }).flat()).toEqual([]);
    expect(taken).toBeGreaterThan(100);
    expect(reports).toBeGreaterThan(10);
  }
  // A folder whose drill failed is left there to be looked at.
  rmSync(folder, { recursive: true, force: true });
}, 1_800_000);
