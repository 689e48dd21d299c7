import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './places.mjs';
import { runCommand } from './run-command.mjs';

/** Runs the policy's own scenarios and case tables with `jiechu test`. */
export async function runPolicyTests({ log, environment, root = repositoryRoot }) {
  const program = 'dist/src/cli/main.js';
  if (!existsSync(join(root, program))) {
    log.line(`✗ ${program} is missing: the policy's scenarios cannot run`);
    return { passed: 0, failed: 1, failures: [`${program} is missing`] };
  }
  const { code, stdout, output } = await log.step("the policy's scenarios and case tables", () =>
    runCommand(process.execPath, [program, 'test', '--json'], { cwd: root, env: environment }),
  );
  const counts = parseCounts(stdout);
  if (counts === undefined || code !== 0) log.line(output.split('\n').slice(-200).join('\n'));
  const { passed, failed } = counts ?? { passed: 0, failed: 1 };
  const told = failed === 0 && code !== 0 ? 1 : failed;
  const failures = told === 0 ? [] : [`jiechu test ended with ${code} and ${failed} failures`];
  return { passed, failed: told, failures };
}

function parseCounts(stdout) {
  try {
    const { passed, failed } = JSON.parse(stdout);
    return Number.isInteger(passed) && Number.isInteger(failed) ? { passed, failed } : undefined;
  } catch {
    return undefined;
  }
}
