import { existsSync } from 'node:fs';
import { join } from 'node:path';

const node = process.execPath;
const bin = (path) => join('node_modules', path);
const memory = (name) => join('node_modules/.cache/jiechu', name);

// With what they knew last time, these three take seconds after a small change.
const tsc = (name, project) => {
  const remember = ['--incremental', '--tsBuildInfoFile', memory(`${name}.tsbuildinfo`)];
  return [node, bin('typescript/bin/tsc'), '--noEmit', '-p', project, ...remember];
};
const cached = (file) => ['--cache', '--cache-strategy=content', '--cache-location', memory(file)];
const prettier = [node, bin('prettier/bin/prettier.cjs'), '--check', ...cached('prettier'), '.'];
// ESLint remembers by file, so it can miss that a type from another file has changed: a run that
// decides (CI) starts from nothing.
const remember = process.env.CI ? [] : cached('eslint.json');
const eslint = [node, bin('eslint/bin/eslint.js'), '--max-warnings=0', ...remember, '.'];

/** Every gate of `npm run check`: its name and the command that must end with 0. Slow ones first. */
export function checkSteps(root) {
  const code = ['src', 'workflows'].filter((folder) => existsSync(join(root, folder)));
  return [
    { name: 'eslint', command: eslint },
    { name: 'types', command: tsc('main', 'tsconfig.json') },
    { name: 'types of the pages', command: tsc('web', 'src/web/tsconfig.json') },
    { name: 'types of the core', command: tsc('core', 'tsconfig.core.json') },
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
