import { TestWorkflowEnvironment } from '@temporalio/testing';

// node sdk-download-run.mjs <dev-server|time-skipping> <folder>
const [kind, downloadDir] = process.argv.slice(2);
const server = { executable: { type: 'cached-download', downloadDir, ttl: '3650d' } };
const environment =
  kind === 'time-skipping'
    ? await TestWorkflowEnvironment.createTimeSkipping({ server })
    : await TestWorkflowEnvironment.createLocal({ server });
await environment.teardown();
process.exit(0);
