import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFile } from '../../src/worker/server/built-file.ts';

/**
 * The workflow code with a command in it that the built one does not have: what it does to a history is what a fault does
 * by which a replay is not what was run.
 */
export const brokenBundle = (): string => {
  const code = readFileSync(builtFile('workflow-bundle.js'), 'utf8');
  const place = /(\n\s*)(const alarm = new )/u;
  if (!place.test(code)) throw new Error('the workflow code has another form');
  const file = join(mkdtempSync(join(tmpdir(), 'jiechu-broken-')), 'bundle.js');
  const more = '$1void _temporalio_workflow__WEBPACK_IMPORTED_MODULE_0__.sleep(1);$1$2';
  writeFileSync(file, code.replace(place, more));
  return file;
};
