import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { repositoryRoot } from './places.mjs';

// Run as a process of its own, after the packages are there. Bundling at build time starts the
// worker faster and makes what runs in the sandbox a file that can be hashed and kept.
const { code } = await bundleWorkflowCode({
  workflowsPath: join(repositoryRoot, 'workflows/index.ts'),
  failureConverterPath: join(repositoryRoot, 'src/worker/codec/failure-converter.ts'),
  logger: new DefaultLogger('WARN'),
});
writeFileSync(join(repositoryRoot, 'dist/workflow-bundle.js'), code);
