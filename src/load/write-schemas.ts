import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceSchemas } from './source-schemas.ts';

// `npm run schemas`: run in the repository, from the source. `--check` writes nothing and lists what is out of date.
const folder = 'src/load/schema';
const check = process.argv.includes('--check');

for (const [kind, schema] of Object.entries(sourceSchemas())) {
  const file = join(folder, `${kind}.schema.json`);
  const text = `${JSON.stringify(schema, undefined, 2)}\n`;
  if (!check) writeFileSync(file, text);
  else if (readText(file) !== text) {
    process.stdout.write(`${file} is out of date: run npm run schemas\n`);
    process.exitCode = 1;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
