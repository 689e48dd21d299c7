import { runnerImport } from 'vite';
import { repositoryRoot } from '../places.mjs';

// `npm run schemas`, and with --check the gate. From the source, so that neither needs a build:
// the gates also run in a clone that has only its packages, and must not judge an old dist/.
await runnerImport('./src/load/write-schemas.ts', {
  root: repositoryRoot,
  configFile: false,
  logLevel: 'error',
});
