import { chownSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostgresBinaries } from '../../src/setup/postgres-binaries.mjs';
import { mustRun } from '../../src/setup/run-command.mjs';
import { unprivilegedUser } from '../../src/setup/unprivileged-user.mjs';
import { createPart } from './part.mjs';
import { isListening } from './temporal-part.mjs';

/** A PostgreSQL server of the drill's own, with the usual care for its disk; its data stay in the folder. */
export const createPostgres = async ({ folder, port }) => {
  const { initdb, postgres } = findPostgresBinaries();
  const user = await unprivilegedUser();
  const data = join(folder, 'postgres');
  const options = { ...user, cwd: tmpdir() };
  if (!existsSync(join(data, 'PG_VERSION'))) {
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { mode: 0o700 });
    if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
    await mustRun(
      initdb,
      ['-U', 'jiechu', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-D', data],
      options,
    );
  }
  const part = createPart({
    name: 'postgres',
    log: join(folder, 'postgres.log'),
    command: () => ({
      program: postgres,
      args: [
        ...['-D', data, '-k', '', '-h', '127.0.0.1', '-p', `${port}`],
        ...['-c', 'max_connections=100', '-c', 'timezone=UTC'],
      ],
      options,
    }),
    isUp: () => isListening(port),
  });
  const start = async () => {
    // The processes of connections outlive the one that was killed by a moment, and it refuses to start beside them.
    for (let tried = 0; ; tried += 1) {
      try {
        return await part.start();
      } catch (error) {
        if (tried === 60) throw error;
        await sleep(500);
      }
    }
  };
  return { ...part, start, stop: () => part.stop('SIGINT') };
};
