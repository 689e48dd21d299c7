import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dossierFlaws } from '../../../src/cli/verify/dossier-flaws.ts';
import { givenKeys } from '../../../src/cli/verify/given-keys.ts';
import type { Dossier } from '../../../src/contract/dossier-contract.ts';
import { sha256Hex } from '../../../src/machine/sha256-hex.ts';
import { canonicalJson } from '../../../src/model/canonical-json.ts';
import type { LogEntry } from '../../../src/model/log-entry.ts';
import { newKey } from '../../test-keys.ts';
import { aDossier, sampleKey, sealed } from './a-dossier.ts';

type Draft = { -readonly [Key in keyof Omit<Dossier, 'entries'>]: Dossier[Key] } & {
  entries: Record<string, unknown>[];
};
const intact = (): Draft => structuredClone(aDossier()) as Draft;
const trusted = await givenKeys([sampleKey.trusted]);

test('an intact dossier has no flaws', () => {
  expect(dossierFlaws(intact(), trusted)).toEqual([]);
});

test('the sample of the command-line tests is what is exported', () => {
  const file = fileURLToPath(new URL('../../system/cli/files/dossier.json', import.meta.url));
  const text = `${JSON.stringify(aDossier(), undefined, 2)}\n`;
  if (process.env['BLESS']) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

describe('what was changed in the file is told', () => {
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
      done: 'its end cut off, with the receipts of it',
      change: cutTail,
      flaws: [{ what: 'head', seq: 8 }, { what: 'receipt' }],
    },
    {
      done: 'its end cut off, and head and sums made to fit',
      change: (dossier) => {
        cutTail(dossier);
        Object.assign(dossier, resealed(dossier), { signature: dossier.signature });
      },
      flaws: [{ what: 'key' }],
    },
    {
      done: 'all written anew',
      change: rewrite,
      flaws: [
        { what: 'head', seq: 8 },
        ...['report/R20261123-000001', 'act-1', 'act-2', 'act-3'].map((id) => ({
          what: 'receipt',
          id,
        })),
      ],
    },
    {
      done: 'all written anew, without receipts',
      change: (dossier) => {
        rewrite(dossier);
        dossier.receipts = [];
      },
      flaws: [
        { what: 'head' },
        ...['report/R20261123-000001', 'act-1', 'act-2', 'act-3'].map((id) => ({
          what: 'receipt',
          id,
        })),
      ],
    },
    {
      done: 'a receipt taken out',
      change: ({ receipts }) => receipts.splice(1, 1),
      flaws: [{ what: 'receipt', id: 'act-1' }],
    },
    {
      done: 'a receipt twice',
      change: ({ receipts }) => receipts.push(receipts[1]!),
      flaws: [{ what: 'receipt', id: 'act-1' }],
    },
    ...(['act', 'kind', 'step', 'by', 'happened', 'received', 'hash'] as const).map((field) => ({
      done: `another ${field} in a receipt`,
      change: ({ receipts }: Draft) =>
        Object.assign(receipts[1]!, {
          [field]: field.endsWith('ed') ? '2026-01-01T00:00:00.000Z' : 'x',
        }),
      flaws: [
        { what: 'receipt', id: field === 'act' ? 'x' : 'act-1' },
        ...(field === 'act' ? [{ what: 'receipt', id: 'act-1' }] : []),
      ],
    })),
    {
      done: 'other evidence in a receipt',
      change: ({ receipts }) => (receipts[2]!.evidence![0]!.sha256 = '0'.repeat(64)),
      flaws: [{ what: 'receipt', id: 'act-2' }],
    },
    {
      done: 'a signature altered',
      change: ({ receipts }) => (receipts[0]!.signature = 'AAAA'),
      flaws: [{ what: 'receipt', id: 'report/R20261123-000001' }],
    },
    {
      done: 'a signature written in another way',
      change: (dossier) => (dossier.signature = dossier.signature.replace(/(.)==$/u, otherBits)),
      flaws: [{ what: 'key' }],
    },
    {
      done: 'another incident',
      change: (dossier) => (dossier.incident = 'I2'),
      flaws: [{ what: 'key' }, ...Array.from({ length: 4 }, () => ({ what: 'receipt' }))],
    },
    {
      done: 'another release',
      change: (dossier) => (dossier.release = 'b'.repeat(64)),
      flaws: [{ what: 'key' }, { what: 'release' }],
    },
    {
      done: 'another time of the export',
      change: (dossier) => (dossier.exported = '2026-11-23T00:00:00.000Z'),
      flaws: [{ what: 'key' }],
    },
    {
      done: 'a key id that is not given',
      change: (dossier) => (dossier.keyId = 'api/k9'),
      flaws: [{ what: 'key', id: 'api/k9' }],
    },
    {
      done: 'the hash of a file changed',
      change: ({ files }) => (files[0]!.sha256 = '0'.repeat(64)),
      flaws: [{ what: 'file' }],
    },
    {
      done: 'the name of a file changed',
      change: ({ files }) => (files[0]!.name = 'b.jpg'),
      flaws: [{ what: 'file' }],
    },
    {
      done: 'a personal value altered',
      change: ({ personal }) => (personal[0]!.value = '别人'),
      flaws: [{ what: 'personal', seq: 3 }],
    },
    {
      done: 'a personal value added',
      change: ({ personal }) => personal.push({ ...personal[0]!, commitment: '0' }),
      flaws: [{ what: 'personal' }],
    },
    {
      done: 'a personal value taken out',
      change: ({ personal }) => personal.pop(),
      flaws: [{ what: 'personal' }],
    },
  ])('$done', ({ change, flaws }) => {
    const dossier = intact();
    change(dossier);
    const found = dossierFlaws(dossier, trusted);
    expect(found).toMatchObject(flaws);
  });
});

describe('what was changed in the database before the export is told, although the export is signed', () => {
  test.each<{ done: string; change: (dossier: Draft) => void; flaws: readonly object[] }>([
    {
      done: 'a log written anew with its receipts left',
      change: rewrite,
      flaws: Array.from({ length: 4 }, () => ({ what: 'receipt' })),
    },
    {
      done: 'a log written anew, and the receipts changed to fit',
      change: (dossier) => {
        rewrite(dossier);
        const hashes = dossier.entries.map((entry) => entry['hash']);
        for (const receipt of dossier.receipts) {
          Object.assign(receipt, { hash: hashes[receipt.seq - 1], by: 'p3' });
        }
      },
      flaws: Array.from({ length: 4 }, () => ({ what: 'receipt' })),
    },
    {
      done: 'a receipt taken out',
      change: ({ receipts }) => receipts.splice(3, 1),
      flaws: [{ what: 'receipt', id: 'act-3' }],
    },
    {
      done: 'a receipt of another incident put in its place',
      change: (dossier) => (dossier.receipts = [...aDossier({ incident: 'I2' }).receipts]),
      flaws: Array.from({ length: 4 }, () => ({ what: 'receipt' })),
    },
    {
      done: 'a file taken out of the list',
      change: ({ files }) => files.pop(),
      flaws: [{ what: 'file' }],
    },
    {
      done: 'the release of the incident changed',
      change: (dossier) => (dossier.release = 'b'.repeat(64)),
      flaws: [{ what: 'release' }],
    },
  ])('$done', ({ change, flaws }) => {
    const dossier = intact();
    change(dossier);
    expect(dossierFlaws(resealed(dossier), trusted)).toMatchObject(flaws);
  });
});

describe('keys', () => {
  test('a forgery that is signed by somebody else is found with the key that is trusted', async () => {
    const forged = aDossier({ key: newKey() });
    expect(dossierFlaws(forged, trusted).map(({ what }) => what)).toContain('key');
    expect(dossierFlaws(forged, await givenKeys([sampleKey.trusted]))).not.toEqual([]);
  });

  test('after a rotation the old and the new key are given, and each is asked by its id', async () => {
    const next = newKey('api', 'k2');
    const dossier = intact();
    const rotated = sealed({ incident: dossier.incident, parts: partsOf(dossier), key: next });
    expect(dossierFlaws(rotated, await givenKeys([sampleKey.trusted, next.trusted]))).toEqual([]);
    const old = dossierFlaws(rotated, trusted);
    expect(old).toMatchObject([{ what: 'key', id: 'api/k2' }]);
    expect(dossierFlaws(rotated, await givenKeys([next.trusted]))).toHaveLength(4);
  });

  test('a key of the worker signs receipts, and no dossier', async () => {
    const worker = newKey('worker');
    const dossier = aDossier({ key: worker });
    const keys = await givenKeys([worker.trusted, sampleKey.trusted]);
    expect(dossierFlaws(dossier, keys)).toMatchObject([{ what: 'key', id: 'worker/k1' }]);
    const { incident } = dossier;
    expect(
      dossierFlaws(sealed({ incident, parts: partsOf(dossier), key: sampleKey }), keys),
    ).toEqual([]);
  });
});

/** The same content signed by the exporting system. */
function resealed(dossier: Draft): Dossier {
  const { incident, release } = dossier;
  return sealed({ incident, release, parts: partsOf(dossier), key: sampleKey });
}

const partsOf = ({ entries, receipts, files, personal, erasures }: Dossier) => ({
  erasures,
  entries,
  receipts,
  files,
  personal,
});

function cutTail(dossier: Draft): void {
  dossier.entries = dossier.entries.slice(0, 6);
  dossier.receipts = dossier.receipts.slice(0, 3);
}

// An owner of the store can make a new chain that holds.
function rewrite(dossier: Draft): void {
  let previous = '0'.repeat(64);
  dossier.entries = dossier.entries.map((entry) => {
    const { hash: _hash, ...content } = { ...(entry as unknown as LogEntry), by: 'p3', previous };
    previous = sha256Hex(canonicalJson(content));
    return { ...content, hash: previous };
  });
}

// The last character before the padding has four bits that nobody reads.
function otherBits(_all: string, character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return `${alphabet[alphabet.indexOf(character) ^ 1]}==`;
}
