import { linkSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, dirname } from 'node:path';
import type { StoreFailure } from '../ports/store-failure.ts';
import { dataLocked, dataLockedElsewhere, lockDamaged } from '../store-failures.ts';
import { isAlive, thisProcess, type ProcessIdentity } from './process-identity.ts';

interface LockContent extends ProcessIdentity {
  readonly token: string;
  readonly released?: true;
}

/** The sole right to a folder, until it is released or the process ends. */
export interface FolderLock {
  release(): void;
}

const held = new Set<string>();

/**
 * Takes the lock of a folder: `<folder>.lock-<n>` beside it.
 *
 * INVARIANT: the file with the highest n is never deleted, only followed by n + 1, and making a file fails where it
 * exists. So of two processes that find the same dead owner only one can follow it, and one that looked too long ago
 * sees after making its file that there is a higher one. (A lock that is deleted and made again has no such order:
 * the slower process deletes the faster one's new lock.)
 */
export function lockFolder(folder: string): FolderLock | StoreFailure {
  for (;;) {
    const highest = Math.max(0, ...generations(folder));
    if (highest > 0) {
      const owner = read(lockFile(folder, highest));
      if (owner === undefined) continue; // followed and removed just now: look again
      // Its owner cannot be read, and it must not be followed: only a person can see whether anybody has the folder.
      if (owner === 'damaged') return lockDamaged(lockFile(folder, highest));
      const failure = refusal(folder, highest, owner);
      if (failure) return failure;
    }
    const lock = follow(folder, highest + 1);
    if (lock) return lock;
  }
}

function refusal(folder: string, generation: number, owner: LockContent): StoreFailure | undefined {
  if (owner.released) return undefined;
  const self = thisProcess();
  if (owner.host !== self.host) {
    return dataLockedElsewhere(folder, owner.host, lockFile(folder, generation));
  }
  // Without start times (not Linux) our own pid says nothing: an earlier process may have had it.
  const dead = owner.pid === self.pid ? !held.has(owner.token) : !isAlive(owner);
  return dead ? undefined : dataLocked(folder, owner.pid);
}

function follow(folder: string, generation: number): FolderLock | undefined {
  const file = lockFile(folder, generation);
  const content: LockContent = { ...thisProcess(), token: randomUUID() };
  const draft = `${folder}.lock.${content.token}`;
  writeFileSync(draft, JSON.stringify(content), { flush: true });
  try {
    linkSync(draft, file); // appears with its content, or not at all
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const all = generations(folder);
  if (Math.max(...all) > generation) {
    rmSync(file, { force: true });
    return undefined;
  }
  for (const old of all) if (old < generation) rmSync(lockFile(folder, old), { force: true });
  held.add(content.token);
  return { release: () => release(file, draft, content) };
}

function release(file: string, draft: string, content: LockContent): void {
  if (!held.delete(content.token)) return;
  writeFileSync(draft, JSON.stringify({ ...content, released: true }));
  renameSync(draft, file);
}

const lockFile = (folder: string, generation: number) => `${folder}.lock-${generation}`;

function generations(folder: string): number[] {
  const prefix = `${basename(folder)}.lock-`;
  return readdirSync(dirname(folder))
    .filter((name) => name.startsWith(prefix) && /^[1-9][0-9]*$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)));
}

function read(file: string): LockContent | 'damaged' | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isLockContent(content) ? content : 'damaged';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
}

const isLockContent = (content: unknown): content is LockContent => {
  const { host, pid, token } = (content ?? {}) as Partial<LockContent>;
  return typeof host === 'string' && typeof pid === 'number' && typeof token === 'string';
};
