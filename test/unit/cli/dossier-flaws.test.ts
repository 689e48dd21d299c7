import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dossierFlaws } from '../../../src/cli/verify/dossier-flaws.ts';
import type { Dossier } from '../../../src/contract/dossier-contract.ts';
import { canonicalJson } from '../../../src/model/canonical-json.ts';
import { sha256Hex } from '../../../src/machine/sha256-hex.ts';
import type { LogEntry } from '../../../src/model/log-entry.ts';

const file = fileURLToPath(new URL('../../system/cli/files/dossier.json', import.meta.url));
type Draft = { -readonly [Key in keyof Dossier]: Dossier[Key] } & {
  entries: Record<string, unknown>[];
};
const intact = () => JSON.parse(readFileSync(file, 'utf8')) as Draft;

test('an intact dossier has no flaws', () => {
  expect(dossierFlaws(intact())).toEqual([]);
});

test.each<{ done: string; change: (dossier: Draft) => void; flaws: readonly object[] }>([
  {
    done: 'an entry altered',
    change: ({ entries }) => (entries[1]!['by'] = 'p2'),
    flaws: [{ what: 'entry', seq: 2 }],
  },
  {
    done: 'an entry taken out',
    change: ({ entries }) => entries.splice(2, 1),
    flaws: [{ what: 'entry', seq: 3 }],
  },
  {
    done: 'two entries swapped',
    change: ({ entries }) => entries.reverse(),
    flaws: [{ what: 'entry', seq: 1 }],
  },
  {
    done: 'an entry that is none',
    change: ({ entries }) => (entries[3] = null as never),
    flaws: [{ what: 'entry', seq: 4 }],
  },
  {
    done: 'its end cut off',
    change: ({ entries }) => entries.pop(),
    flaws: [
      { what: 'head', seq: 5 },
      { what: 'receipt', seq: 5 },
    ],
  },
  {
    done: 'all written anew',
    change: rewrite,
    flaws: [
      { what: 'receipt', seq: 4 },
      { what: 'receipt', seq: 5 },
    ],
  },
  {
    done: 'a signature altered',
    change: ({ receipts }) => (receipts[0]!.signature = 'AAAA'),
    flaws: [{ what: 'receipt', id: 'act-1' }],
  },
  {
    done: 'a receipt for another incident',
    change: (dossier) => (dossier.incident = 'I2'),
    flaws: [{ what: 'receipt' }, { what: 'receipt' }],
  },
  { done: 'another key', change: ({ key }) => (key.id = '0'.repeat(16)), flaws: [{ what: 'key' }] },
  { done: 'no key', change: ({ key }) => (key.publicKey = 'none'), flaws: [{ what: 'key' }] },
  {
    done: 'a personal value altered',
    change: ({ personal }) => (personal[0]!.value = '别人'),
    flaws: [{ what: 'personal', seq: 4 }],
  },
  {
    done: 'a personal value added',
    change: ({ personal }) => personal.push({ ...personal[0]!, commitment: '0' }),
    flaws: [{ what: 'personal' }],
  },
])('a dossier with $done is found out', ({ change, flaws }) => {
  const dossier = intact();
  change(dossier);
  const found = dossierFlaws(dossier);
  expect(found).toHaveLength(flaws.length);
  expect(found).toMatchObject(flaws);
});

test('an erased personal value leaves the dossier intact', () => {
  expect(dossierFlaws({ ...intact(), personal: [] })).toEqual([]);
});

test('a dossier that somebody signed anew is found out with the key that was kept elsewhere', () => {
  const other =
    '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n';
  expect(dossierFlaws(intact(), other).map(({ what }) => what)).toEqual([
    'key',
    'receipt',
    'receipt',
  ]);
});

// Who owns the store can make a new chain that holds; the receipts that were handed out tell.
function rewrite(dossier: Draft): void {
  let previous = '0'.repeat(64);
  dossier.entries = dossier.entries.map((entry) => {
    const { hash: _hash, ...content } = { ...(entry as unknown as LogEntry), by: 'p3', previous };
    previous = sha256Hex(canonicalJson(content));
    return { ...content, hash: previous };
  });
  dossier.head = { seq: dossier.entries.length, hash: previous };
}
