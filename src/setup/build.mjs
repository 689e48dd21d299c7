import { buildProgram } from './build-program.mjs';
import { createProgress } from './progress.mjs';
import { runMain } from './run-main.mjs';

// `npm run build`: every part that has changed; with --force, every part.
await runMain(() =>
  buildProgram({ log: createProgress(), force: process.argv.includes('--force') }),
);
