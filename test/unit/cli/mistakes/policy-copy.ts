import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRelease } from '../../../../src/cli/load-release.ts';
import type { Diagnostic } from '../../../../src/model/diagnostic.ts';
import type { Mistake } from './mistake.ts';

/** The shipped policy in a folder of its own, in which one mistake at a time is made. */
export interface PolicyCopy {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly read: (file: string) => string;
  readonly checkWith: (mistake: Mistake) => Promise<readonly Diagnostic[]>;
  readonly remove: () => void;
}

const project = join(import.meta.dirname, '../../../..');

export function openPolicyCopy(): PolicyCopy {
  const root = mkdtempSync(join(tmpdir(), 'jiechu-mistakes-'));
  for (const folder of ['standards', 'rules']) {
    cpSync(join(project, folder), join(root, folder), { recursive: true });
  }
  const entries = ['standards', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).map((entry) => ({
      path: join(entry.parentPath, entry.name).slice(root.length + 1),
      isFolder: entry.isDirectory(),
    })),
  );
  const paths = entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files: paths.flatMap(({ path }) => (path.endsWith('.yaml') ? path : [])),
    folders: paths.flatMap(({ path, isFolder }) => (isFolder ? path : [])),
    read: (file) => readFileSync(join(root, file), 'utf8'),
    checkWith: async ({ at, text, remove, rename, copy }) => {
      const path = join(root, at);
      const kept = mkdtempSync(join(tmpdir(), 'jiechu-kept-'));
      cpSync(path, join(kept, 'it'), { recursive: true });
      const other = rename ?? copy;
      try {
        if (text !== undefined) writeFileSync(path, text);
        if (remove) rmSync(path, { recursive: true });
        if (rename !== undefined) renameSync(path, join(root, rename));
        if (copy !== undefined) cpSync(path, join(root, copy), { recursive: true });
        return (await loadRelease(root)).diagnostics;
      } finally {
        if (other !== undefined) rmSync(join(root, other), { recursive: true });
        if (existsSync(path)) rmSync(path, { recursive: true });
        cpSync(join(kept, 'it'), path, { recursive: true });
        rmSync(kept, { recursive: true });
      }
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
