import { checkSteps } from './check-steps.mjs';
import { seconds } from './progress.mjs';
import { repositoryRoot } from './places.mjs';
import { runCommand } from './run-command.mjs';
import { runLimited } from './run-limited.mjs';

/** Runs every gate, two at a time: a line for each, the output of those that fail. Returns their counts and who failed. */
export async function runChecks({ log, root = repositoryRoot, only = [] }) {
  const wanted = checkSteps(root).filter(({ name }) => only.length === 0 || only.includes(name));
  const results = await runLimited(
    2,
    wanted.map(({ name, command: [command, ...args] }) => async () => {
      const began = Date.now();
      const { code, output } = await runCommand(command, args, { cwd: root });
      log.line(`${code === 0 ? '✓' : '✗'} ${name} ${seconds(began)}`);
      if (code !== 0) log.line(indent(output));
      return { name, isGood: code === 0 };
    }),
  );
  const failures = results.filter(({ isGood }) => !isGood).map(({ name }) => `the gate "${name}"`);
  return { passed: results.length - failures.length, failed: failures.length, failures };
}

const indent = (text) => text.replace(/^/gm, '    ');
