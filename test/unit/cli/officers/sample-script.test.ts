import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readOfficerScript } from '../../../../src/cli/officers/read-officer-script.ts';
import { lookoutsOf } from '../../../../src/cli/officers/sample-people.ts';

const sample = fileURLToPath(new URL('../../../../samples/officers.yaml', import.meta.url));

test('a mistake in the script is told with its line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiechu-script-'));
  const file = join(folder, 'officers.yaml');
  const right = readFileSync(sample, 'utf8');
  const line = right.split('\n').findIndex((each) => each.includes('closes-early:')) + 1;
  writeFileSync(file, right.replace(/closes-early: [0-9.]+/, 'closes-early: 3'));
  await expect(readOfficerScript(file)).rejects.toMatchObject({
    text: { en: expect.stringContaining(`${file}:${line} mistakes.closes-early is wrong`) },
  });
  rmSync(folder, { recursive: true });
  await expect(readOfficerScript(sample)).resolves.toMatchObject({ seed: 'jiechu' });
});

test('as few of a unit look out as have all its roles together', () => {
  const people = [
    { id: 'a', unit: 'north', roles: ['desk'] },
    { id: 'b', unit: 'north', roles: ['desk', 'case'] },
    { id: 'c', unit: 'north', roles: ['lead'] },
    { id: 'd', unit: 'south', roles: ['desk'] },
  ];
  const chosen = lookoutsOf(people).map(({ person, covers }) => [person.id, covers]);
  expect(chosen).toEqual([
    ['b', 2],
    ['c', 1],
    ['d', 1],
  ]);
});
