import { DefaultLogger, Runtime } from '@temporalio/worker';

/**
 * Lets Temporal say warnings and errors only, and those on stderr, its native part's too: that a worker runs is nothing
 * to read beside the address of the pages. Before the first connection of the process.
 */
export const logWarningsOnly = (): void => {
  Runtime.install({
    logger: new DefaultLogger('WARN'),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  });
};
