import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../src/store/queries');

// One text that PostgreSQL cannot read as JSON would fail the query for everybody's rows.
test('no query looks into the JSON of a row: what rows are found by has columns', () => {
  const looked = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\b[a-z_]+\.[a-z_]+::jsonb?\b/g)].map(
      ([cast]) => `${file}: ${cast}`,
    ),
  );
  expect(looked).toEqual([]);
});
