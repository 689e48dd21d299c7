import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

// unit: no servers. integration: our code against Temporal's and PostgreSQL's test servers.
// system: the built program as real processes, and the page in Chromium. deep: drills that take minutes (`npm run test:deep`).
export default defineConfig({
  test: {
    // One more than the cores that are wanted: many tests wait for a clock or a server most of the time.
    maxWorkers: 3,
    passWithNoTests: true,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{unit,properties,gates}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          // What is tested here keeps no state, so files may share what they import: half of the time was loading it
          // anew for each file.
          isolate: false,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/{temporal,replay,store,api,keys}/**/*.test.ts'],
          globalSetup: 'test/temporal/shared-server.ts',
          // As above: to load the program anew for each of a hundred files took minutes.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Real servers on two cores: as below.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/{system,browser}/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A browser and a dozen processes on two cores: what fails once and then holds is the machine's haste.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
      {
        test: {
          name: 'deep',
          include: ['test/deep/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
});
