import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The Temporal server that a data folder's `temporal.pid` names, while it lives. */
export function temporalOf(folder: string): number | undefined {
  try {
    const [pid = '', started] = readFileSync(join(folder, 'temporal.pid'), 'utf8').split('\n');
    return startTime(Number(pid)) === started ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}

/** Kills the Temporal server of a data folder, as a power cut would, and waits until it is gone. */
export async function killTemporal(folder: string): Promise<void> {
  const pid = temporalOf(folder);
  if (pid === undefined) return;
  process.kill(pid, 'SIGKILL');
  await untilGone(pid);
}

/** Waits until a process that is not our child has ended. */
export async function untilGone(pid: number): Promise<void> {
  const started = startTime(pid);
  while (started !== undefined && startTime(pid) === started) await sleep(20);
}

// The kernel's ticks: two processes of the same number differ in them. A zombie has ended.
function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}
