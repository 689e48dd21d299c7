import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for a drill; another user's PostgreSQL can reach its own data below it. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiechu-drill-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** A variable that the environment of `npm run test:deep` must have; skipping would hide that nothing was tested. */
export function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: npm run test:deep`);
  return value;
}
