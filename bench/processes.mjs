import { readdirSync, readFileSync } from 'node:fs';

/**
 * A process and all below it, with their memory in KiB, resident and with shared pages shared out, and the processor's
 * milliseconds that each has used. Linux only.
 */
export const processesOf = (top) => {
  const all = readdirSync('/proc').flatMap((pid) => (/^\d+$/.test(pid) ? statOf(pid) : []));
  const below = (pid) => [pid, ...all.filter(({ parent }) => parent === pid).flatMap(belowOf)];
  const belowOf = ({ pid }) => below(pid);
  return below(top).flatMap((pid) =>
    unlessGone(() => ({ pid, words: wordsOf(pid), processor: processorOf(pid), ...memoryOf(pid) })),
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

const statOf = (pid) => unlessGone(() => ({ pid: Number(pid), parent: Number(fieldsOf(pid)[1]) }));

// In user mode and in the kernel, each in hundredths of a second.
const processorOf = (pid) => (Number(fieldsOf(pid)[11]) + Number(fieldsOf(pid)[12])) * 10;

// Behind the name of the program, which may have blanks and brackets.
const fieldsOf = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

const wordsOf = (pid) =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    .split(/[\0 ]/)
    .filter((word) => word !== '');

const memoryOf = (pid) => {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const field = (name) => Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(rollup)[1]);
  return { rss: field('Rss'), pss: field('Pss') };
};
