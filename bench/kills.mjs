import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain } from '../src/setup/run-main.mjs';
import { provideTemporalCli } from '../src/setup/temporal-cli.mjs';
import { runKills } from './kills/run-kills.mjs';
import { summaryText } from './kills/summary.mjs';

// `node bench/kills.mjs --kills 1000 --seed 7 --state <folder> [--only apart|embedded]`: kills processes of the built
// program, of Temporal and of PostgreSQL under load, and judges what is left. Ctrl-C stops it; the same command goes on.
await runMain(async () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string' },
      seed: { type: 'string', default: '7' },
      state: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const kills = Number(values.kills);
  if (!Number.isInteger(kills) || kills < 1 || values.state === undefined) {
    throw new Error('say --kills <number> and --state <folder>; see bench/README.md');
  }
  if (![undefined, 'apart', 'embedded'].includes(values.only)) {
    throw new Error('--only takes apart or embedded');
  }
  let isStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (isStopped = true));
  const summaries = await runKills({
    folder: resolve(values.state),
    seed: values.seed,
    kills,
    temporal: await provideTemporalCli(),
    only: values.only,
    say: (text) => console.log(text),
    isStopped: () => isStopped,
  });
  for (const summary of summaries) console.log(summaryText(summary));
  const isWhole = summaries.every(({ faults }) => faults !== undefined);
  const isGood = summaries.every(({ faults }) => Object.values(faults ?? {}).flat().length === 0);
  return isWhole && isGood ? 0 : 1;
});
