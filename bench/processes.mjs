import { readdirSync, readFileSync } from 'node:fs';

/** A process and all below it, with their memory in KiB: resident, and with shared pages shared out. Linux only. */
export const processesOf = (top) => {
  const all = readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? statOf(pid) : []));
  const below = (pid) => [pid, ...all.filter(({ parent }) => parent === pid).flatMap(belowOf)];
  const belowOf = ({ pid }) => below(pid);
  return below(top).flatMap((pid) =>
    unlessGone(() => ({ pid, words: wordsOf(pid), ...memoryOf(pid) })),
  );
};

// It may be gone since it was listed.
const unlessGone = (read) => {
  try {
    return [read()];
  } catch {
    return [];
  }
};

const statOf = (pid) =>
  unlessGone(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid: Number(pid), parent: Number(fields[1]) };
  });

const wordsOf = (pid) =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    .split(/[\0 ]/)
    .filter((word) => word !== '');

const memoryOf = (pid) => {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const field = (name) => Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(rollup)[1]);
  return { rss: field('Rss'), pss: field('Pss') };
};
