import { buildProgram } from './build-program.mjs';
import { installPackages } from './install-packages.mjs';
import { checkNodeVersion } from './node-version.mjs';
import { repositoryRoot } from './places.mjs';
import { createProgress } from './progress.mjs';
import { runForeground } from './run-foreground.mjs';
import { runMain } from './run-main.mjs';
import { provideTemporalCli } from './temporal-cli.mjs';

// `npm start`: everything a fresh clone needs, then `jiechu up` with the arguments given.
// This file and what it imports use nothing but Node.js: the packages may not be there yet.
await runMain(async () => {
  checkNodeVersion();
  const log = createProgress();
  await installPackages({ log });
  const environment = { ...process.env };
  // With a Temporal server elsewhere, no dev server is needed.
  if (!process.env.TEMPORAL_ADDRESS) environment.TEMPORAL_CLI = await provideTemporalCli({ log });
  await buildProgram({ log });
  const args = ['dist/src/cli/main.js', 'up', ...process.argv.slice(2)];
  return runForeground(process.execPath, args, { cwd: repositoryRoot, env: environment });
});
