import { join } from 'node:path';
import { repositoryRoot } from '../../src/setup/places.mjs';
import { mustRun } from '../../src/setup/run-command.mjs';
import { createPart } from './part.mjs';

/** The built program, as it is shipped. */
export const program = join(repositoryRoot, 'dist/src/cli/main.js');

/** The standards that the drill runs: their limits are seconds. */
export const policy = join(import.meta.dirname, 'policy');

/** A verb of the built program that serves; it says a line when it is up. */
export const createServing = ({ name, args, environment, folder }) =>
  createPart({
    name,
    log: join(folder, `${name}.log`),
    command: () => ({
      program: process.execPath,
      args: [program, ...args, '--lang', 'en'],
      options: { env: { ...withoutServers(), ...environment } },
    }),
    says: true,
  });

/** Runs a verb of the built program to its end. */
export const run = (args, environment = {}) =>
  mustRun(process.execPath, [program, ...args, '--lang', 'en'], {
    env: { ...withoutServers(), ...environment },
  });

// The servers that the environment points at are not the ones to be drilled.
const withoutServers = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(DATABASE_URL|TEST_DATABASE_URL|JIECHU_|TEMPORAL_(?!CLI$))/.test(name),
    ),
  );
