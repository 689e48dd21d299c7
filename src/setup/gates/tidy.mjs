import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listProjectFiles } from './list-project-files.mjs';
import { tidyFile, tidyReadme } from './tidy-rules.mjs';

const largeFileBytes = 2 ** 21;

const root = process.argv[2] ?? process.cwd();
const files = listProjectFiles(root);
const read = (file) => readFileSync(join(root, file), 'utf8');
const problems = files
  .filter((file) => statSync(join(root, file)).size < largeFileBytes)
  .flatMap((file) => tidyFile({ file, text: read(file) }));
// A tree that has no README yet has nothing to compare.
if (files.includes('README.md')) problems.push(...tidyReadme({ readme: read('README.md'), files }));
for (const problem of problems) console.log(problem);
console.log(`${files.length} files, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
