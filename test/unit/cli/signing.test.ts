import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPlainConnection } from '../../../src/cli/system/check-plain-connection.ts';
import { openDataFolder } from '../../../src/cli/system/data-folder.ts';
import { keysText } from '../../../src/cli/system/keys-text.ts';
import { readSigning } from '../../../src/cli/system/signing.ts';

describe('the keys of a data folder', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiechu-keys-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are made once, each its own, and readable by their owner alone', () => {
    const made = openDataFolder(folder);
    expect(openDataFolder(folder)).toEqual(made);
    const names = ['codec-keys', 'digest-keys', 'api-signing-keys', 'worker-signing-keys'];
    const texts = names.map((name) => {
      const file = join(folder, name);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      return readFileSync(file, 'utf8');
    });
    expect(new Set(texts).size).toBe(4);
  });
});

describe('the keys of a part', () => {
  it('are made where there are none, and trusted by what is printed beside them', () => {
    const [own = '', trusted = ''] = keysText('api', undefined).split('\n');
    const text = own.replace('JIECHU_SIGNING_KEYS=', '');
    expect(keysText('api', text)).toBe(`${trusted}\n`);
    const signing = readSigning({}, trusted.replace('JIECHU_TRUSTED_KEYS=', ''));
    expect([...signing.trusted.keys()]).toEqual(['api/k1']);
  });

  it('that are wrong are refused with the place and the reason', () => {
    const own = { api: { text: 'k1:x', source: 'JIECHU_SIGNING_KEYS' } };
    expect(() => readSigning(own, undefined)).toThrow(
      'the keys in JIECHU_SIGNING_KEYS are wrong: key number 1 (k1) takes 32 bytes as base64',
    );
    expect(() => readSigning({}, 'k1:x')).toThrow('JIECHU_TRUSTED_KEYS');
  });
});

describe('a connection to Temporal without a certificate or a key', () => {
  const place = (address: string) => ({ address, namespace: 'default' });
  const clientCertPair = { crt: Buffer.of(), key: Buffer.of() };

  it('is refused to another machine', () => {
    for (const address of ['10.0.0.7:7233', 'temporal.example:7233', '127.evil.example:7233']) {
      expect(() => checkPlainConnection(place(address), {}), address).toThrow(
        'JIECHU_TEMPORAL_PLAIN=1',
      );
      // The name of the server says nothing about who else may connect.
      const tls = { serverNameOverride: 'temporal' };
      expect(() => checkPlainConnection({ ...place(address), tls }, {}), address).toThrow();
    }
  });

  it('is taken on this machine, where it is told to, or where the server tells its callers apart', () => {
    for (const address of ['127.0.0.1:7233', 'localhost:7233', '[::1]:7233']) {
      expect(() => checkPlainConnection(place(address), {}), address).not.toThrow();
    }
    const away = place('10.0.0.7:7233');
    for (const [more, environment] of [
      [{}, { JIECHU_TEMPORAL_PLAIN: '1' }],
      [{ apiKey: 'key' }, {}],
      [{ tls: { clientCertPair } }, {}],
    ] as const) {
      expect(() => checkPlainConnection({ ...away, ...more }, environment)).not.toThrow();
    }
  });
});
