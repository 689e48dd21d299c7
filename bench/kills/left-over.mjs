import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps which process a part runs as, with when it started: by its number alone it could be another program. */
export const keepPid = (file, pid) => writeFileSync(file, `${pid}\n${startTime(pid) ?? ''}\n`);

/** Kills what a drill that was itself killed has left running. */
export const endLeftOver = async (file) => {
  let lines;
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch {
    return;
  }
  const [pid, started] = [Number(lines[0]), lines[1]];
  const isOurs = () => started !== '' && startTime(pid) === started;
  if (isOurs()) process.kill(pid, 'SIGKILL');
  while (isOurs()) await sleep(50);
  rmSync(file, { force: true });
};

const startTime = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
};
