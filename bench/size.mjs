import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { postReport } from '../dist/src/cli/intake/post-report.js';
import { signIn } from '../dist/src/cli/intake/sign-in.js';
import { readReports } from '../dist/src/cli/reports/read-reports.js';
import { processesOf } from './processes.mjs';
import { startSystem } from './running.mjs';

const reports = 200;
const wantedMebibytes = 1200;
const operator = 'pei-zhihe';
const folder = join(import.meta.dirname, '../samples/reports');

const samples = readdirSync(folder)
  .sort()
  .flatMap((name) => {
    const file = join(folder, name);
    return readReports(file, readFileSync(file, 'utf8')).flatMap(({ told }) => told ?? []);
  });

/** The sample reports; while there are fewer, they come again with another text, and so as other reports. */
const told = Array.from({ length: reports }, (_, each) => {
  const sample = samples[each % samples.length];
  const again = Math.floor(each / samples.length);
  if (again === 0) return sample;
  return { ...sample, report: { ...sample.report, text: `${sample.report.text} (${again + 1})` } };
});

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
  const { address, password, pid } = system;
  const signedIn = await signIn({ url: address, name: operator, password });
  const before = processesOf(pid);
  print('npm start, before any report:', before);
  const incidents = new Set();
  for (const report of told) {
    const answer = await postReport(signedIn, report);
    if (!('taken' in answer)) throw new Error(JSON.stringify(answer));
    if (answer.taken.incident !== undefined) incidents.add(answer.taken.incident);
  }
  const after = processesOf(pid);
  print(`after ${reports} sample reports:`, after);
  const grown = sum(after).rss - sum(before).rss;
  console.log(
    `${incidents.size} incidents open: ${(grown / 1024 / incidents.size).toFixed(1)} MiB resident more for each`,
  );
  console.log(
    `all processes: ${mebibytes(sum(after).rss).trim()} MiB resident (wanted under ${wantedMebibytes})`,
  );
} finally {
  await system.stop();
}
