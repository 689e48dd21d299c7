import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dossierFormat } from '../../src/contract/dossier-contract.ts';
import type { Outcome } from '../../src/cli/outcome.ts';
import { verifyFile } from '../../src/cli/verify/verify-file.ts';
import { WrongUse } from '../../src/cli/wrong-use.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { aDossier, sampleKey } from '../unit/cli/a-dossier.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const original = JSON.parse(JSON.stringify(aDossier())) as Json;
const other = JSON.parse(JSON.stringify(aDossier({ incident: 'I20261123-000002' }))) as Json;
const text = JSON.stringify(original);

let file: string;
const folder = mkdtempSync(join(tmpdir(), 'jiechu-dossier-'));
beforeAll(() => void (file = join(folder, 'dossier.json')));
afterAll(() => rmSync(folder, { recursive: true }));

/** The outcome of `jiechu verify` for a text, with the key that is trusted. */
async function verified(content: string): Promise<Outcome | WrongUse> {
  writeFileSync(file, content);
  const request = { file, key: [sampleKey.trusted], anchors: [], files: undefined };
  const asked = { ...request, timestampCa: undefined, json: undefined, lang: 'en' } as const;
  return verifyFile(asked).catch((error: unknown) => {
    if (error instanceof WrongUse) return error;
    throw error;
  });
}

const lines = (said: Outcome | WrongUse): readonly string[] =>
  ('status' in said ? said.text : `${said.message}\n`).split('\n').slice(0, -1);

async function expectFound(content: string): Promise<void> {
  const said = await verified(content);
  expect('status' in said ? said.status : 2).not.toBe(0);
  expect(lines(said).join('\n')).not.toMatch(/intact|\n\s+at |undefined/u);
  // One line each, and nothing in it that a terminal obeys.
  for (const line of lines(said)) expect(line).toMatch(/^[^\p{Cc}\p{Cf}]+$/u);
}

const pathsOf = (value: Json, path: Path = []): readonly Path[] =>
  value === null || typeof value !== 'object'
    ? [path]
    : [
        ...(path.length === 0 ? [] : [path]),
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ];
const paths = pathsOf(original);

const at = (value: Json, path: Path): Json =>
  path.reduce<Json>(
    (inner, key) => (inner as Record<string | number, Json> | null)?.[key] ?? null,
    value,
  );

const copyAt = (value: Json, path: Path): Json => structuredClone(at(value, path));

/** A copy with what stands at a path changed; nothing as the new value takes it out. */
function changed(path: Path, make: (before: Json) => Json | undefined): Json {
  const copy = structuredClone(original);
  const key = path.at(-1)!;
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, Json>;
  const value = make(parent[key] ?? null);
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy;
}

const anyPath = fc.constantFrom(...paths);
const anyJson = fc.jsonValue() as fc.Arbitrary<Json>;

const flipped = (value: Json, place: number): Json => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value !== 'string') return null;
  const [before, one, after] = [value.slice(0, place), value[place] ?? '', value.slice(place + 1)];
  return `${before}${one === 'a' ? 'b' : 'a'}${after}`;
};

const change: fc.Arbitrary<Json> = fc.oneof(
  fc.tuple(anyPath, fc.nat(70)).map(([path, place]) => changed(path, (old) => flipped(old, place))),
  anyPath.map((path) => changed(path, () => undefined)),
  fc.tuple(anyPath, anyJson).map(([path, value]) => changed(path, () => value)),
  // Something of the same dossier, or the same of another one.
  fc.tuple(anyPath, anyPath).map(([path, from]) => changed(path, () => copyAt(original, from))),
  anyPath.map((path) => changed(path, () => copyAt(other, path))),
  fc.tuple(anyPath, anyPath).map(([one, two]) => {
    const value = copyAt(original, one);
    const half = changed(one, () => copyAt(original, two));
    const parent = at(half, two.slice(0, -1));
    if (parent !== null && typeof parent === 'object') {
      (parent as Record<string | number, Json>)[two.at(-1)!] = value;
    }
    return half;
  }),
  fc.tuple(anyPath, fc.string(), anyJson).map(([path, key, value]) =>
    changed(path, (old) => {
      if (Array.isArray(old)) return [...old, value];
      return old !== null && typeof old === 'object' ? { ...old, [key]: value } : [old];
    }),
  ),
);

test('a signed dossier is intact', async () => {
  expect(await verified(text)).toMatchObject({ status: 0 });
});

test('whatever part of a signed dossier is flipped, dropped, swapped or added, it is never intact', async () => {
  await fc.assert(
    fc.asyncProperty(change, async (made) => {
      fc.pre(canonicalJson(made) !== canonicalJson(original));
      await expectFound(JSON.stringify(made));
    }),
    { numRuns: 1_500 },
  );
});

test('whatever bytes of the file are changed or cut, it is intact only where it means the same', async () => {
  const byte = fc.tuple(
    fc.nat(text.length - 1),
    fc.string({ minLength: 0, maxLength: 3 }),
    fc.nat(40),
  );
  await fc.assert(
    fc.asyncProperty(byte, async ([place, put, gone]) => {
      const made = `${text.slice(0, place)}${put}${text.slice(place + gone)}`;
      let meaning: unknown;
      try {
        meaning = JSON.parse(made);
      } catch {
        meaning = undefined;
      }
      fc.pre(meaning === undefined || canonicalJson(meaning) !== canonicalJson(original));
      await expectFound(made);
    }),
    { numRuns: 1_000 },
  );
});

test.each<[string, string]>([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another JSON', '[]'],
  ['null', 'null'],
  ['a number', '7'],
  ['a value nested a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  [
    'an entry nested deep',
    text.replace('"entries":[', `"entries":[${'['.repeat(5000)}${']'.repeat(5000)},`),
  ],
  ['a key twice', text.replace('"incident":', '"incident":"I-other","incident":')],
  ['terminal escapes', text.replaceAll('I20261123-000001', '\\u001b[2J\\u009b31mI\\u202e')],
  ['an older format', text.replace(dossierFormat, 'jiechu-dossier-1')],
  ['a format of terminal escapes', text.replace(dossierFormat, 'jiechu-dossier-\\u001b[2J')],
  ['a name of megabytes', text.replaceAll('act-1', `act-${'x'.repeat(2_000_000)}`)],
])('%s in place of a dossier is told in clean lines', async (_, content) => {
  await expectFound(content);
  for (const line of lines(await verified(content))) expect(line.length).toBeLessThan(600);
});

test('without a trusted key nothing is called intact', async () => {
  writeFileSync(file, text);
  const request = { file, key: [], anchors: [], files: undefined, timestampCa: undefined };
  const said = await verifyFile({ ...request, json: undefined, lang: 'en' });
  expect(said.status).toBe(1);
  expect(said.text).toMatch(/^I20261123-000001: holds together, but key not checked: .*\n$/u);
  const forged = await verifyFile({ ...request, json: true, lang: 'en' });
  expect(JSON.parse(forged.text)).toMatchObject({ valid: false, keyChecked: false, flaws: [] });
});
