import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

// Where `npm start` keeps the one that it built (src/setup/temporal-cli.mjs).
const builtByStart = (environment: Environment): readonly string[] => {
  const base = environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(environment['JIECHU_CACHE'] ?? join(base, 'jiechu'), 'temporal-cli');
  return existsSync(folder)
    ? readdirSync(folder).map((version) => join(folder, version, 'temporal'))
    : [];
};

/** The Temporal CLI that `TEMPORAL_CLI` names, that is on the PATH, or that `npm start` has built. */
export const findTemporalCli = (environment: Environment): string | undefined => {
  const named = environment['TEMPORAL_CLI'];
  if (named !== undefined && named !== '') return named;
  const onPath = (environment['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'temporal'));
  return [...onPath, ...builtByStart(environment)].find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
};
