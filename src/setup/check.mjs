import { createProgress } from './progress.mjs';
import { runChecks } from './run-checks.mjs';
import { runMain } from './run-main.mjs';

// `npm run check`; with names of steps as arguments, only those: npm run check -- eslint layers
await runMain(async () => {
  const log = createProgress();
  const { passed, failed } = await runChecks({ log, only: process.argv.slice(2) });
  log.line(`${passed} gates passed, ${failed} failed`);
  return passed + failed === 0 || failed > 0 ? 1 : 0;
});
