import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where a folder keeps which process serves it. */
export const pidFile = (folder: string): string => join(folder, 'temporal.pid');

/** Stops the dev server that a killed process left behind on a folder. */
export const stopLeftOver = async (folder: string): Promise<void> => {
  let lines: readonly string[];
  try {
    lines = readFileSync(pidFile(folder), 'utf8').split('\n');
  } catch {
    return;
  }
  const pid = Number(lines[0]);
  // The start time tells our server from another program that was given the same number since.
  if (
    Number.isInteger(pid) &&
    pid > 1 &&
    startTime(pid) !== undefined &&
    startTime(pid) === lines[1]
  ) {
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; waited < 80 && startTime(pid) === lines[1]; waited += 1) await sleep(100);
    if (startTime(pid) === lines[1]) process.kill(pid, 'SIGKILL');
  }
  rmSync(pidFile(folder), { force: true });
};

/** When a process started, in the kernel's ticks; nothing where it is gone or the system does not tell. */
export const startTime = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie is as good as gone.
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
};
