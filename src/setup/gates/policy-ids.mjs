import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectPolicyIds } from './collect-policy-ids.mjs';
import { findPolicyIds } from './find-policy-ids.mjs';

// Nothing about policy is in code: an id that stands in standards/ or rules/ may not stand in a
// string of src/ or workflows/. Words that belong to the language itself are in the list of allowed
// words, each with the reason; `within` narrows one to a folder.
const root = process.argv[2] ?? process.cwd();
const list = join(import.meta.dirname, 'policy-ids.allow.json');
const allowed = JSON.parse(readFileSync(list, 'utf8'));
const ids = collectPolicyIds(root);
const places = findPolicyIds({ root, ids, allowed });
for (const { file, line, column, value, from } of places) {
  console.log(`${file}:${line}:${column} '${value}' is an id of the policy (${from})`);
}
console.log(`${ids.size} ids of the policy, ${places.length} found in code`);
process.exitCode = places.length > 0 ? 1 : 0;
