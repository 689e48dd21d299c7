import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { processesOf } from './processes.mjs';
import { startSystem } from './running.mjs';

const wantedMebibytes = 1200;
const root = join(import.meta.dirname, '..');

/** Feeds the sample reports by the verb for it; gives how many were taken, and how many incidents they began. */
const intake = async ({ address, data }) => {
  const program = join(root, 'dist/src/cli/main.js');
  const args = [
    'intake',
    join(root, 'samples/reports'),
    '--url',
    address,
    '--data',
    data,
    '--json',
  ];
  // It ends with 1 where a report was not taken, and says which: those are not counted below.
  const run = promisify(execFile)(process.execPath, [program, ...args]);
  const { stdout, stderr } = await run.catch((error) => error);
  if (!stdout) throw new Error(stderr);
  const { taken, pending, byStandard, bad } = JSON.parse(stdout);
  for (const { file, line, reason } of bad) console.log(`${file}:${line} ${reason.en}`);
  const begun = byStandard.reduce((total, { count }) => total + count, 0) - pending;
  return { taken, begun };
};

const print = (title, processes) => {
  console.log(title);
  for (const { words, rss, pss } of [...processes, { words: ['all'], ...sum(processes) }]) {
    const name = words.slice(0, 3).join(' ');
    console.log(`  ${mebibytes(rss)} MiB resident, ${mebibytes(pss)} MiB shared out  ${name}`);
  }
};
const sum = (processes) => ({
  rss: processes.reduce((total, { rss }) => total + rss, 0),
  pss: processes.reduce((total, { pss }) => total + pss, 0),
});
const mebibytes = (kibibytes) => (kibibytes / 1024).toFixed(0).padStart(5);
const system = await startSystem('npm', ['start', '--']);
try {
  const before = processesOf(system.pid);
  print('npm start, before any report:', before);
  const { taken, begun } = await intake(system);
  const after = processesOf(system.pid);
  print(`after ${taken} sample reports:`, after);
  const grown = sum(after).rss - sum(before).rss;
  console.log(
    `${begun} reports began or joined incidents: ${(grown / 1024 / begun).toFixed(1)} MiB resident more for each`,
  );
  console.log(
    `all processes: ${mebibytes(sum(after).rss).trim()} MiB resident (wanted under ${wantedMebibytes})`,
  );
} finally {
  await system.stop();
}
