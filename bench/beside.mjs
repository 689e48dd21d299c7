import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { median } from './median.mjs';

// `node bench/beside.mjs <folder of another build> [blocks]`: durable acts of another build and of this one, in windows in
// turn, each as a ratio to the bare workflow with as many updates and starts. Both builds have to be built.
const [other, blocks = '8'] = process.argv.slice(2);
if (other === undefined) {
  console.error('usage: node bench/beside.mjs <folder of another build> [blocks]');
  process.exit(2);
}

const open = async (folder) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'windows.mjs')], {
    cwd: resolve(folder),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const answers = lines[Symbol.asyncIterator]();
  // Besides its answers it prints what its Temporal server says.
  const answer = async () => {
    for (;;) {
      const { done, value } = await answers.next();
      if (done) throw new Error(`the build in ${folder} ended`);
      if (/^(\{"rate|"ready")/.test(value)) return JSON.parse(value);
    }
  };
  await answer();
  return {
    measure: (name) => {
      child.stdin.write(`${name}\n`);
      return answer();
    },
    close: async () => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
};

const builds = { other: await open(other), this: await open('.') };
const measured = { other: [], this: [], bare: [] };
for (let block = 0; block < Number(blocks); block += 1) {
  // Neither is always the first.
  const order = block % 2 === 0 ? ['other', 'this'] : ['this', 'other'];
  for (const name of order) measured[name].push(await builds[name].measure('incident'));
  measured.bare.push(await builds.this.measure('updates'));
  console.log(
    Object.entries(measured)
      .map(([name, values]) => `${name} ${told(values.at(-1))}`)
      .join(', '),
  );
}
for (const [name, values] of Object.entries(measured)) {
  const ratios = values.map(({ rate }, block) => rate / measured.bare[block].rate);
  const middle = {
    rate: median(values.map(({ rate }) => rate)),
    processor: median(values.map(({ processor }) => processor)),
  };
  console.log(`${name}: ${told(middle)}; ratio ${median(ratios).toFixed(2)} in the median`);
}
const shares = measured.this.map(({ rate }, block) => rate / measured.other[block].rate);
console.log(`this build to the other: ${median(shares).toFixed(2)} of its acts in the median`);
for (const build of Object.values(builds)) await build.close();

function told({ rate, processor }) {
  return `${rate.toFixed(0)} acts/s at ${processor.toFixed(1)} ms of processor`;
}
