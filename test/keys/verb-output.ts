import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkTree } from '../../src/cli/check/check-tree.ts';
import { drawStandard } from '../../src/cli/graph/draw-standard.ts';
import { explainFile } from '../../src/cli/explain/explain-file.ts';
import { runTests } from '../../src/cli/testing/run-tests.ts';
import { simulateStandard } from '../../src/cli/simulate/simulate-standard.ts';
import type { PolicyRoot } from './policy-root.ts';
import type { Verb } from './witness.ts';

/** The lines that a verb prints about a root, some of whose files are other; nothing where it refuses them. */
export async function verbOutput(
  { files }: PolicyRoot,
  changed: ReadonlyMap<string, unknown>,
  { verb, of }: { readonly verb: Verb; readonly of: string },
): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'jiechu-keys-'));
  try {
    // JSON is YAML.
    for (const [file, { value }] of files) write(root, file, changed.get(file) ?? value);
    const { text } = await run(verb, of, root, changed.get(of) ?? files.get(of)?.value);
    const isRefused =
      verb !== 'check' && /: *error +[A-Z]{3}[0-9]{3}|\berror  [A-Z]{3}[0-9]{3}/.test(text);
    return isRefused ? [] : text.replaceAll(root, '').replace(/ +/g, ' ').split('\n');
  } finally {
    rmSync(root, { recursive: true });
  }
}

// The stories are of this year: in later ones too they are explained as if it were.
const withinAYear = Date.UTC(2026, 11, 1);

function write(root: string, file: string, value: unknown): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
}

async function run(verb: Verb, of: string, root: string, story: unknown) {
  const shared = { root, json: undefined, lang: 'en' } as const;
  switch (verb) {
    case 'check':
      return checkTree({ paths: [], root, format: 'github', lang: 'en', now: withinAYear });
    case 'graph':
      return drawStandard({ ...shared, standard: of, format: 'mermaid' });
    case 'simulate':
    case 'simulate --late':
      return simulateStandard({
        ...shared,
        standard: of,
        story: undefined,
        late: verb !== 'simulate',
      });
    case 'simulate --story': {
      const standard = /standards\/(?:procedures\/|[0-9]+-)([^/]+)/.exec(of)?.[1] ?? '';
      return simulateStandard({ ...shared, standard, story: join(root, of), late: false });
    }
    case 'test':
      return runTests({ ...shared, ids: [of], json: true, junit: undefined });
    case 'explain': {
      const { report, confirmed } = (story as { given: Readonly<Record<string, unknown>> }).given;
      write(root, 'report.yaml', confirmed === undefined ? { report } : { report, confirmed });
      return explainFile({ ...shared, file: join(root, 'report.yaml'), now: withinAYear });
    }
  }
}
