import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles, listFiles } from '../hash-files.mjs';

// The files that every judgement depends on: the tools, their settings, and the gate itself.
const settings = ['package.json', 'package-lock.json', 'eslint.config.js', 'tsconfig.json'];
const more = ['tsconfig.core.json', 'src/web/tsconfig.json', 'src/setup/gates'];

/** A key for all of these files together. */
export function wholeKey(root, files) {
  return hashFiles(root, [...listFiles(root, [...settings, ...more]), ...files]);
}

/**
 * A key for each file out of all that its types can depend on: its text and that of everything it imports, directly
 * or not. Files that extend modules for everybody count for every file.
 */
export function fileKeys(root, files, imports) {
  const hashes = new Map();
  const hashOf = (file) => {
    if (!hashes.has(file)) hashes.set(file, existsSync(file) ? sha256(readFileSync(file)) : '');
    return hashes.get(file);
  };
  const everywhere = files.filter((file) =>
    /^\s*declare (module|global)\b/m.test(readFileSync(join(root, file), 'utf8')),
  );
  const base = wholeKey(root, everywhere);
  return new Map(
    files.map((file) => {
      const parts = [...reached(join(root, file), imports)].sort();
      return [file, sha256([base, ...parts.map((each) => `${each}\0${hashOf(each)}`)].join('\n'))];
    }),
  );
}

function reached(file, imports) {
  const found = new Set([file]);
  // A set goes on to what is added while it is walked.
  for (const each of found) for (const next of imports.get(each) ?? []) found.add(next);
  return found;
}

const sha256 = (data) => createHash('sha256').update(data).digest('hex');
