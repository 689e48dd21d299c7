import { runnerImport } from 'vite';

// From the source, as the schemas: the list needs no build.
await runnerImport('./test/keys/write-keys.ts', {
  root: process.cwd(),
  configFile: false,
  logLevel: 'error',
});
