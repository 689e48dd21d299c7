import { existsSync } from 'node:fs';
import { join } from 'node:path';

const node = process.execPath;
const bin = (path) => join('node_modules', path);
const memory = (name) => join('node_modules/.cache/jiechu', name);

// The memory of the last run is left out where a run decides (CI); the gate of code does so itself.
const remember = process.env.CI
  ? []
  : ['--cache', '--cache-strategy=content', '--cache-location', memory('prettier')];
const prettier = [node, bin('prettier/bin/prettier.cjs'), '--check', ...remember, '.'];

// A larger young generation: collecting garbage takes 6 % of the time less.
const judgeCode = [node, '--max-semi-space-size=64', 'src/setup/gates/code.mjs'];

/** Every gate of `npm run check`: its name and the command that must end with 0. Slow ones first. */
export function checkSteps(root) {
  const code = ['src', 'workflows'].filter((folder) => existsSync(join(root, folder)));
  return [
    { name: 'code', command: [...judgeCode, 'tsconfig.core.json', 'tsconfig.json'] },
    { name: 'pages', command: [...judgeCode, 'src/web/tsconfig.json'] },
    { name: 'format', command: prettier },
    {
      name: 'layers',
      command: [node, bin('dependency-cruiser/bin/dependency-cruise.mjs'), ...code],
    },
    { name: 'dead code', command: [node, bin('knip/bin/knip.js')] },
    { name: 'schemas', command: [node, 'src/setup/gates/schemas.mjs', '--check'] },
    { name: 'policy ids', command: [node, 'src/setup/gates/policy-ids.mjs'] },
    { name: 'tidy', command: [node, 'src/setup/gates/tidy.mjs'] },
  ];
}
