import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileFolder } from './file-folder.ts';
import { filePath } from './file-path.ts';
import { keepFile } from './keep-file.ts';

const privateMode = 0o700;
const roomLeftBytes = 256 * 1024 * 1024;
// Longer than any upload takes: what is older was left by a process that died.
const leftMilliseconds = 24 * 3_600_000;

/** Opens the folder, makes it where it is missing, and clears what interrupted uploads left; throws where it cannot be written. */
export async function openFileFolder(folder: string): Promise<FileFolder> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: privateMode });
  await access(incoming, constants.W_OK);
  await clear(incoming);
  return {
    keep: (bytes, bytesMax, examine) => keepFile(folder, incoming, { bytes, bytesMax, examine }),

    async hasRoomFor(bytes) {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize - bytes > roomLeftBytes;
    },

    erase: (sha256) => rm(filePath(folder, sha256), { force: true }),

    async read(sha256) {
      try {
        const file = await open(filePath(folder, sha256));
        const { size } = await file.stat();
        return { size, bytes: file.createReadStream() };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
  };
}

async function clear(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const file = join(incoming, name);
    // Several processes may share the folder: one of them may have moved it by now.
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > leftMilliseconds) await rm(file, { force: true });
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
