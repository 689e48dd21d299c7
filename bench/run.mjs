import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// One process each, one after the other: what one leaves in memory must not weigh on the next.
for (const name of ['check', 'acts', 'http-act', 'memory', 'size']) {
  console.log(`\n${name}`);
  const { status } = spawnSync(
    process.execPath,
    ['--expose-gc', join(import.meta.dirname, `${name}.mjs`)],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
