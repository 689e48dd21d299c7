import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, type System } from '../system/system.ts';

/** A disk that a test fills and empties. */
export interface SmallDisk {
  readonly name: string;
  readonly folder: string;
  fill(system: System): void;
  empty(system: System): void;
  remove(): void;
}

const megabytes = 192;

/** A disk of its own, where this user may mount one. */
export function mountedDisk(): SmallDisk | undefined {
  const folder = temporaryFolder();
  try {
    const size = `size=${megabytes}m`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const filling = join(folder, 'filling');
  return {
    name: 'a disk that is full',
    folder,
    fill() {
      for (const size of [1024 * 1024, 4096, 1]) append(filling, size);
    },
    empty: () => rmSync(filling),
    remove: () => execFileSync('umount', ['-l', folder]),
  };
}

function append(file: string, size: number): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(size));
  } catch {
    // Full, to so many bytes.
  }
}

/**
 * A process that may write no further, as at the end of its quota: anybody may limit the size of its own files, and
 * lift the limit again. What is free on the disk tells nothing of it.
 */
export function limitedDisk(): SmallDisk {
  const limit = ({ pid }: System, soft: string) =>
    execFileSync('prlimit', ['--pid', `${pid()}`, `--fsize=${soft}:`]);
  return {
    name: 'a quota that is used up',
    folder: temporaryFolder(),
    fill: (system) => void limit(system, '1024'),
    empty: (system) => void limit(system, 'unlimited'),
    remove: () => {},
  };
}
