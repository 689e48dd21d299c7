import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDiskFull } from '../is-disk-full.ts';
import type { Examine, Keeping } from './file-folder.ts';
import { filePath } from './file-path.ts';

interface Incoming {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly bytesMax: number;
}

interface Examined<Refusal> extends Incoming {
  readonly examine: Examine<Refusal> | undefined;
}

/**
 * Writes bytes beside, and moves them to the name that is their hash once all of them are on the disk: under such a
 * name there is never a part of a file.
 */
export async function keepFile<Refusal>(
  folder: string,
  incoming: string,
  { examine, ...given }: Examined<Refusal>,
): Promise<Keeping<Refusal>> {
  const beside = join(incoming, randomUUID());
  try {
    const keeping = await write(beside, given);
    if (!keeping.kept) return keeping;
    const { sha256, size } = keeping;
    const refusal = await examine?.({ path: beside, sha256 });
    if (refusal !== undefined) return { kept: false, why: 'refused', refusal };
    await move(beside, filePath(folder, sha256), size);
    return keeping;
  } catch (error) {
    if (isDiskFull(error)) return { kept: false, why: 'no-room' };
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

async function write(path: string, { bytes, bytesMax }: Incoming): Promise<Keeping> {
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > bytesMax) return { kept: false, why: 'too-large' };
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    if (size === 0) return { kept: false, why: 'empty' };
    await file.sync();
    return { kept: true, sha256: hash.digest('hex'), size };
  } finally {
    await file.close();
  }
}

// A write may take a part only.
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length;) {
    done += (await file.write(chunk, done)).bytesWritten;
  }
}

async function move(from: string, to: string, size: number): Promise<void> {
  const there = await stat(to).catch(() => undefined);
  if (there?.size === size) return;
  const shelf = dirname(to);
  if ((await mkdir(shelf, { recursive: true, mode: 0o700 })) !== undefined) {
    await sync(dirname(shelf));
  }
  await rename(from, to);
  await sync(shelf);
}

// The name is on the disk only once its folder is.
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
