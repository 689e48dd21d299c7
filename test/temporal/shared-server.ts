import { TestWorkflowEnvironment } from '@temporalio/testing';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Temporal server is that the files share; absent where there is no Temporal CLI. */
    readonly temporalAddress: string | undefined;
  }
}

let server: TestWorkflowEnvironment | undefined;

/** Starts one Temporal dev server for all files: each engine has a namespace of its own on it. */
export async function setup(project: TestProject): Promise<void> {
  const path = process.env['TEMPORAL_CLI'];
  if (path !== undefined && path !== '') {
    server = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'existing-path', path } },
    });
  }
  project.provide('temporalAddress', server?.address);
}

/** Stops it when the last file is over. */
export async function teardown(): Promise<void> {
  await server?.teardown();
}
