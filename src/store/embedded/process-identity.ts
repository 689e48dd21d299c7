import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process, so surely that a later one with the same pid is not taken for it. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** On Linux: which start of the machine, and when in it the process began. */
  readonly began?: string;
}

/** The identity of this process. */
export function thisProcess(): ProcessIdentity {
  const began = beganOf(process.pid);
  return { host: hostname(), pid: process.pid, ...(began !== undefined && { began }) };
}

/** True where a process of this host still runs. */
export function isAlive({ pid, began }: ProcessIdentity): boolean {
  if (began !== undefined) return beganOf(pid) === began;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's, and alive
  }
}

function beganOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything, so count behind it: state is field 3, the start time field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    return state === 'Z' || state === 'X' ? undefined : `${boot}:${fields[19]}`;
  } catch {
    return undefined;
  }
}
