import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for a drill. */
export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'jiechu-drill-'));

/** What the environment of `npm run test:deep` must have; skipping would hide that nothing was tested. */
export function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: npm run test:deep`);
  return value;
}
