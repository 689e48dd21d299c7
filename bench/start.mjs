import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signInOfficers } from './officers.mjs';
import { percentile } from './percentile.mjs';
import { startSystem } from './running.mjs';

// `node bench/start.mjs [incidents]`: everything is killed with so many incidents open, and started again.
const open = Number(process.argv[2] ?? 1000);
const atOnce = 8;
const actsAfter = 50;
const operator = 'pei-zhihe';
const program = join(import.meta.dirname, '../dist/src/cli/main.js');

const report = {
  channel: '110',
  text: '放在楼下的电动自行车被偷了',
  handledAt: 'scene',
  unit: 'dunhuafang',
  facts: {},
};
const form = { action: 'do', evidence: [{ kind: 'incident-form', reference: '1' }] };

const before = await startSystem(process.execPath, [program, 'up']);
const officers = signInOfficers(before);
await officers.signIn(operator);
const incidents = [];
const left = Array.from({ length: open }, (_, index) => index);
const reporting = async () => {
  while (left.pop() !== undefined) incidents.push(await officers.report(operator, report));
};
await Promise.all(Array.from({ length: atOnce }, reporting));
console.log(`${incidents.length} incidents are open`);
// Entries that the API did not write are written by then.
await sleep(12_000);
await before.kill();

const began = performance.now();
const since = () => (performance.now() - began) / 1000;
const after = await startSystem(process.execPath, [program, 'up'], before.folder);
const up = since();
while (!(await fetch(`${after.address}/readyz`)).ok) await sleep(20);
const ready = since();
officers.moveTo(after.address);
const act = async (incident) => {
  const sent = performance.now();
  await officers.send(operator, `/incidents/${incident}/steps/accept-register`, form);
  return performance.now() - sent;
};
await act(incidents[0]);
const taken = since();
// The others that are asked for while the rest is still read.
const times = [];
for (const incident of incidents.slice(1, actsAfter + 1)) times.push(await act(incident));
console.log(
  `with ${open} open incidents: the address after ${up.toFixed(1)} s, ready after ${ready.toFixed(1)} s, an act taken after ${taken.toFixed(1)} s (wanted within 8)`,
);
console.log(
  `the next ${actsAfter} incidents: p50 ${percentile(times, 0.5).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`,
);
await after.stop();
