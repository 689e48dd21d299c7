import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashFiles, listFiles } from '../../src/setup/hash-files.mjs';
import { packagesMatchLock } from '../../src/setup/install-packages.mjs';
import { checkNodeVersion } from '../../src/setup/node-version.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiechu-setup-'));
  mkdirSync(join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lock(file: string, packages: object): void {
  writeFileSync(join(folder, file), JSON.stringify({ packages }));
}

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0'])('Node.js %s is accepted', (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow();
});

test.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('Node.js %s is refused', (version) => {
  expect(() => checkNodeVersion(version)).toThrow(`this is ${version}`);
});

test('packages are installed when there are none, or one has another version', () => {
  lock('package-lock.json', { '': {}, 'node_modules/a': { version: '1.0.0' } });
  expect(packagesMatchLock(folder)).toBe(false);
  lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
  expect(packagesMatchLock(folder)).toBe(false);
  lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  expect(packagesMatchLock(folder)).toBe(true);
});

test('an optional package of another platform need not be there', () => {
  const a = { version: '1.0.0' };
  lock('package-lock.json', { 'node_modules/a': a, 'node_modules/b': { ...a, optional: true } });
  lock('node_modules/.package-lock.json', { 'node_modules/a': a });
  expect(packagesMatchLock(folder)).toBe(true);
});

test('the hash of the sources changes with a content and with a name', () => {
  const hash = () => hashFiles(folder, listFiles(folder, ['a.ts', 'b.ts', 'missing']));
  writeFileSync(join(folder, 'a.ts'), 'one');
  const first = hash();
  expect(hash()).toBe(first);
  writeFileSync(join(folder, 'a.ts'), 'two');
  const second = hash();
  rmSync(join(folder, 'a.ts'));
  writeFileSync(join(folder, 'b.ts'), 'two');
  expect(new Set([first, second, hash()]).size).toBe(3);
});
