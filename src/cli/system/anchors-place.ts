import { createHash, randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A place for the anchors of a new data folder. It is not in the folder, nor beside it: who restores, copies or deletes
 * the folder, or the project that it lies in, must not take the anchors along. The folder remembers it, so that it is
 * found again where the folder is moved, and a folder that is made anew begins with anchors of its own.
 */
export const newAnchorsPlace = (folder: string, environment: Environment = process.env): string =>
  join(
    stateFolder(environment),
    `${plain(basename(folder))}-${randomBytes(6).toString('hex')}.jsonl`,
  );

/** The place for the anchors of a database server: always the same for the same database. */
export const serverAnchorsPlace = (databaseUrl: string, environment: Environment): string => {
  const { host, pathname } = new URL(databaseUrl);
  const mark = createHash('sha256').update(`${host}${pathname}`).digest('hex').slice(0, 12);
  return join(stateFolder(environment), `${plain(pathname.slice(1))}-${mark}.jsonl`);
};

// The folder for what outlives restarts and is neither configuration nor cache (XDG Base Directory Specification).
const stateFolder = (environment: Environment): string =>
  join(environment['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'jiechu', 'anchors');

const plain = (name: string): string =>
  name.replaceAll(/[^A-Za-z0-9_-]+/gu, '').slice(0, 40) || 'jiechu';
