import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const place = (file: string) => fileURLToPath(new URL(`child/${file}`, import.meta.url));

export interface Holding {
  readonly said: {
    readonly opened: boolean;
    readonly visits?: number;
    readonly failure?: { code: string };
  };
  readonly pid: number;
  /** As by a power cut: no chance to tidy up. */
  kill(): Promise<void>;
}

/** Another process that opens the store of a folder and keeps it. */
export async function holdFolder(folder: string): Promise<Holding> {
  const args = ['--import', place('read-typescript.mjs'), place('hold-folder.mjs'), folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('the other process ended without a word'))),
  ]);
  return {
    said: JSON.parse(line),
    pid: child.pid!,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
