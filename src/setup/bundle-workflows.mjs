import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { repositoryRoot } from './places.mjs';

// The SDK's bundler turns spreads into calls that copy key by key; every supported Node.js knows them.
const target = 'es2022';

const withTarget = (config) => ({
  ...config,
  module: {
    ...config.module,
    rules: config.module.rules.map((rule) =>
      rule.use?.options?.jsc === undefined
        ? rule
        : {
            ...rule,
            use: {
              ...rule.use,
              options: { ...rule.use.options, jsc: { ...rule.use.options.jsc, target } },
            },
          },
    ),
  },
});

// It shares the standards that it has read.
const converter = join(repositoryRoot, 'src/worker/codec/payload-converter.ts');

// Pure functions, and the machines that were built, once for all incidents of a worker. Loaded for each incident anew,
// as the rest has to be, they would never run long enough to be compiled: hashing alone took five times as long.
const shared = ['src/procedure', 'src/machine'].flatMap((folder) =>
  readdirSync(join(repositoryRoot, folder), { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(repositoryRoot, folder, file)),
);

// Run as a process of its own, after the packages are there. Bundling at build time starts the
// worker faster and makes what runs in the sandbox a file that can be hashed and kept.
const { code } = await bundleWorkflowCode({
  workflowsPath: join(repositoryRoot, 'workflows/index.ts'),
  payloadConverterPath: converter,
  failureConverterPath: join(repositoryRoot, 'src/worker/codec/failure-converter.ts'),
  workflowInterceptorModules: [join(repositoryRoot, 'workflows/before-its-task.ts')],
  preloadModules: [join(repositoryRoot, 'workflows/short-stacks.ts'), converter, ...shared],
  webpackConfigHook: withTarget,
  logger: new DefaultLogger('WARN'),
});
writeFileSync(join(repositoryRoot, 'dist/workflow-bundle.js'), code);
