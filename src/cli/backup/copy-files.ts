import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies the files of evidence. They are never changed, so it may be done after the database was copied: no row of that
 * lacks its file. What is still being sent is left out.
 */
export const copyFiles = async (from: string, to: string): Promise<void> => {
  if (!existsSync(from)) return;
  for (const half of (await readdir(from)).filter((name) => /^[0-9a-f]{2}$/u.test(name))) {
    await mkdir(join(to, half), { recursive: true, mode: 0o700 });
    for (const name of await readdir(join(from, half))) {
      if (!/^[0-9a-f]{62}$/u.test(name)) continue;
      await copyFile(join(from, half, name), join(to, half, name), constants.COPYFILE_FICLONE);
    }
  }
};
