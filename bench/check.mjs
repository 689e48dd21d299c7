import { spawnSync } from 'node:child_process';
import { median } from './median.mjs';

const seconds = (args) => {
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return (performance.now() - begun) / 1000;
};
const rounds = Array.from({ length: 7 }, () => ({
  check: seconds(['dist/src/cli/main.js', 'check']),
  node: seconds(['-e', '0']),
}));
const check = median(rounds.map((each) => each.check));
const node = median(rounds.map((each) => each.node));
console.log(
  `check of everything, cold: ${check.toFixed(2)} s (wanted under 1.5), ${(check / node).toFixed(1)} times a bare node (${node.toFixed(2)} s)`,
);
