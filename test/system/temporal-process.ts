import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pidFile, startTime } from '../../src/worker/server/left-over.ts';

/** The Temporal server that a data folder's `temporal.pid` names, while it lives. */
export function temporalOf(folder: string): number | undefined {
  try {
    const [pid = '', started] = readFileSync(pidFile(folder), 'utf8').split('\n');
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

/** Where that server listens, by the arguments that it runs with. */
export function temporalAddress(folder: string): string {
  const pid = temporalOf(folder);
  if (pid === undefined) throw new Error(`no Temporal server runs for ${folder}`);
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const after = (flag: string): string => words[words.indexOf(flag) + 1] ?? '';
  return `${after('--ip')}:${after('--port')}`;
}
